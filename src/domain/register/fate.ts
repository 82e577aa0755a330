/** What becomes of a row of a register's sheet; every row has exactly one fate. */
export const fates = ['added', 'sameName', 'changed', 'unchanged', 'repeated', 'refused'] as const;
export type Fate = (typeof fates)[number];

/** Rows that an import writes. */
export const writtenFates: readonly Fate[] = ['added', 'sameName', 'changed'];

export type Tally = Readonly<Record<Fate, number>>;

/** How many rows met each fate. */
export function tallyFates(rows: readonly { readonly fate: Fate }[]): Tally {
  const tally = { added: 0, sameName: 0, changed: 0, unchanged: 0, repeated: 0, refused: 0 };
  for (const { fate } of rows) tally[fate] += 1;
  return tally;
}

/** How many rows an import would write. */
export function countWritten(tally: Tally): number {
  return writtenFates.reduce((sum, fate) => sum + tally[fate], 0);
}
