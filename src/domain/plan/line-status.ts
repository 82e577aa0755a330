/** What lines can be listed by: their outcomes, and what a figure or a proposal is made of (`pending`: in a proposal not decided yet). */
export const lineStatuses = [
  'unreviewed',
  'pending',
  'kept',
  'offsite',
  'merged',
  'dropped',
  'returned',
  'declared',
  'planned',
  'changed',
] as const;
export type LineStatus = (typeof lineStatuses)[number];
