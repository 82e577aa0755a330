import { describe, expect, it } from 'vitest';
import type { Quantity } from '../quantity.ts';
import { readQuantity } from './read-quantity.ts';

const read = (text: string) => readQuantity({ address: 'E4', text });
const number = (value: number, percent?: true) => readQuantity({ address: 'E4', text: String(value), number: value, percent });
const count = (value: number): Quantity => ({ kind: 'count', count: value });
const share = (ratioPercent: number, own?: number): Quantity => ({
  kind: 'ratio',
  ratioPercent,
  ...(own === undefined ? {} : { count: own }),
});

const spellings: readonly (readonly [string, Quantity])[] = [
  ['20家', count(20)],
  ['２０家', count(20)],
  ['２０', count(20)],
  ['20', count(20)],
  ['15户', count(15)],
  ['20 家次', count(20)],
  ['约20家', count(20)],
  ['20家左右', count(20)],
  ['抽查20家', count(20)],
  ['二十家', count(20)],
  ['两家', count(2)],
  ['5%', share(5)],
  ['10％', share(10)],
  ['2.5%', share(2.5)],
  ['5‰', share(0.5)],
  ['百分之五', share(5)],
  ['按5%抽取', share(5)],
  ['按5%的比例抽查', share(5)],
  ['按3%抽取36家', share(3, 36)],
  ['按３％抽取３６家', share(3, 36)],
  ['3%（36家）', share(3, 36)],
  ['不低于5%', share(5)],
  ['100%', share(100)],
  ['不少于10家', { kind: 'min', count: 10 }],
  ['≥10家', { kind: 'min', count: 10 }],
  ['10家以上', { kind: 'min', count: 10 }],
  ['至少10户', { kind: 'min', count: 10 }],
  ['全覆盖', { kind: 'all' }],
  ['全部', { kind: 'all' }],
  ['全覆盖（约30家）', { kind: 'all' }],
];

describe('quantities in every spelling', () => {
  it.each(spellings)('%s', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value });
  });

  it('numbers, percentages stored as a share, and shares that lost their format', () => {
    expect([number(8), number(0.05, true), number(1, true), number(0.07), number(0.35, true)]).toEqual(
      [count(8), share(5), share(100), share(7), share(35)].map((value) => ({ ok: true, value })),
    );
  });
});

describe('what is no quantity says what could stand there', () => {
  it.each([
    ['120%', 'ratio_over_100', ['100%', '全覆盖']],
    ['0%', 'bad_quantity', ['5%', '10%', '全覆盖']],
    ['0家', 'bad_quantity', ['1家']],
    ['2.5家', 'bad_quantity', ['3家']],
    ['10-15家', 'bad_quantity', ['10家', '15家', '全覆盖']],
    ['若干', 'bad_quantity', ['全覆盖']],
    ['1000000家', 'bad_quantity', ['100000家']],
  ])('%s', (text, code, proposals) => {
    expect(read(text)).toEqual({ ok: false, code, message: expect.any(String), proposals });
    for (const proposal of proposals) expect(read(proposal)).toMatchObject({ ok: true });
  });

  it('numbers as well', () => {
    expect([number(1.2, true), number(-3), number(12.5)]).toMatchObject([
      { code: 'ratio_over_100' },
      { code: 'bad_quantity' },
      { code: 'bad_quantity' },
    ]);
  });
});
