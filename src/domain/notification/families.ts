/** Families of events that people may choose about: the part of an event before the dot. */
export const families = [
  'filing',
  'amendment',
  'batch',
  'emergency',
  'notice',
  'visit',
  'finding',
  'rectification',
  'letter',
  'alert',
  'feedback',
  'callback',
  'doorReport',
  'declaration',
  'matter',
  'plan',
  'draw',
  'jointVisit',
  'register',
  'message',
] as const;
export type Family = (typeof families)[number];
