/** What of a filing an amendment changes; `agencies`: another agency comes along. */
export const amendmentParts = ['people', 'dates', 'scope', 'agencies'] as const;
export type AmendmentPart = (typeof amendmentParts)[number];

/** Where an amendment stands. */
export const amendmentStatuses = ['proposed', 'held', 'registered', 'returned', 'withdrawn'] as const;
export type AmendmentStatus = (typeof amendmentStatuses)[number];

/** What is compared: the request of one agency's part. */
export type Amendable = {
  readonly start: Date;
  readonly end: Date;
  readonly form: string;
  readonly site: string | null;
  readonly matters: readonly string[];
  readonly inspectors: readonly string[];
  readonly assistants: readonly { readonly number: number; readonly role: string }[];
};

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === new Set(other).size && one.every((each) => other.includes(each));

const isSameTime = (one: Amendable, other: Amendable): boolean =>
  one.start.getTime() === other.start.getTime() && one.end.getTime() === other.end.getTime();

/** Which of people, dates and scope differ; in whatever order they are listed. */
export function touchedBy(before: Amendable, after: Amendable): AmendmentPart[] {
  const assistants = ({ assistants }: Amendable) => assistants.map(({ number, role }) => `${number} ${role}`);
  const isSame: readonly (readonly [AmendmentPart, boolean])[] = [
    ['people', isSameSet(before.inspectors, after.inspectors) && isSameSet(assistants(before), assistants(after))],
    ['dates', isSameTime(before, after)],
    ['scope', isSameSet(before.matters, after.matters) && before.form === after.form && before.site === after.site],
  ];
  return isSame.flatMap(([part, same]) => (same ? [] : [part]));
}
