import { describe, expect, it } from 'vitest';
import { judgePicture, mostPictures, type PictureFacts } from './judge-picture.ts';

const fitting: PictureFacts = { isNamed: true, late: false, isForeignMatter: false, kept: 0, conflicting: 0 };

describe('a picture of a visit', () => {
  it.each([
    ['fits', {}, 'keep'],
    ['by somebody who is not named, at once', { isNamed: false }, 'unknown'],
    ['by somebody who is not named any more, late', { isNamed: false, late: true }, 'keep'],
    ['of a matter that is not theirs, at once', { isForeignMatter: true }, 'foreignMatter'],
    ['of a matter that is not theirs any more, late', { isForeignMatter: true, late: true }, 'keep'],
    ['the last that the part holds', { kept: mostPictures - 1 }, 'keep'],
    ['one too many', { kept: mostPictures }, 'full'],
    ['late, one too many', { kept: mostPictures, late: true }, 'full'],
    ['contradicting, beside a full part', { kept: mostPictures, late: true, isNamed: false }, 'keep'],
    ['contradicting, one too many', { conflicting: mostPictures, late: true, isNamed: false }, 'full'],
  ] as const)('%s', (_case, given, kind) => expect(judgePicture({ ...fitting, ...given }).kind).toBe(kind));

  it('says what it contradicts, and nothing where it fits', () => {
    expect(judgePicture({ ...fitting, late: true })).toEqual({ kind: 'keep', conflict: '' });
    expect(judgePicture({ ...fitting, late: true, isNamed: false })).toMatchObject({ conflict: expect.stringContaining('执法人员') });
    expect(judgePicture({ ...fitting, late: true, isForeignMatter: true })).toMatchObject({ conflict: expect.stringContaining('事项') });
  });
});
