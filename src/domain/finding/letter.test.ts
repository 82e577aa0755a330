import { describe, expect, it } from 'vitest';
import { fitStrokes, readOpinion } from './letter.ts';

describe('an opinion as the phone sent it', () => {
  it('keeps the words, who signed and every stroke', () => {
    const body = {
      text: '属实',
      signer: '王经理',
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
        [{ x: 5, y: 6 }],
      ],
    };
    expect(readOpinion(body)).toEqual({
      text: '属实',
      signer: '王经理',
      refused: false,
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
      ],
    });
  });

  it('reads the strokes of a pad that gives groups of points', () =>
    expect(readOpinion({ signature: [{ points: [{ x: 1, y: 1 }] }] })?.strokes).toEqual([[[1, 1]]]));

  it('takes nothing that is no point', () => expect(readOpinion({ strokes: ['x', [[1]], [[Number.NaN, 1]]] })?.strokes).toEqual([]));

  it('tells a refusal to sign', () => expect(readOpinion({ refused: true })).toMatchObject({ refused: true, strokes: [] }));

  it('is none where there is no record', () => expect(readOpinion('x')).toBeNull());
});

describe('strokes on paper', () => {
  it('begin at the corner of their box', () =>
    expect(
      fitStrokes([
        [
          [10, 20],
          [30, 60],
        ],
      ]),
    ).toEqual({ width: 20, height: 40, paths: ['M0 0L20 40'] }));
  it('show a dot', () => expect(fitStrokes([[[5, 5]]])).toEqual({ width: 1, height: 1, paths: ['M0 0L0 0'] }));
  it('are none where nothing was drawn', () => expect(fitStrokes([])).toBeNull());
});
