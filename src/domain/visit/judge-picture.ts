/** How many pictures an agency's part of a visit holds, and how many more that contradict the record. */
export const mostPictures = 60;

export type PictureFacts = {
  readonly isNamed: boolean;
  /** Taken while there was no line: it shows what happened, whatever the record says by now. */
  readonly late: boolean;
  /** It names a matter that is not one of the own agency's in this filing. */
  readonly isForeignMatter: boolean;
  readonly kept: number;
  readonly conflicting: number;
};

/** `keep` with what contradicts the record, in words, or empty; else why not. */
export type PictureVerdict = { readonly kind: 'keep'; readonly conflict: string } | { readonly kind: 'unknown' | 'foreignMatter' | 'full' };

/** Judges a picture as a step is judged: what is sent at once must fit the record, what arrives late is kept and marked. */
export function judgePicture({ isNamed, late, isForeignMatter, kept, conflicting }: PictureFacts): PictureVerdict {
  if (!late && !isNamed) return { kind: 'unknown' };
  if (!late && isForeignMatter) return { kind: 'foreignMatter' };
  const matter = isForeignMatter ? '照片所属的事项不在本单位的检查事项之内。' : '';
  const conflict = isNamed ? matter : '您不在这件备案的执法人员之内。';
  return (conflict ? conflicting : kept) >= mostPictures ? { kind: 'full' } : { kind: 'keep', conflict };
}
