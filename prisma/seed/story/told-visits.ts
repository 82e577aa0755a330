import { dayOf, daysBetween } from '#domain/calendar/local-day.ts';
import type { InsertedFiling } from '../builders/filing.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { known, type Story } from './story.ts';

/** A visit of the past as it was filed, with its place in the story: everything about it follows from that. */
export type Past = { readonly draft: FilingDraft; readonly filing: InsertedFiling; readonly turn: number };

/** One agency's part of such a visit, as it went. */
export type PastPart = Past & {
  readonly agency: string;
  readonly matters: readonly string[];
  readonly inspectors: readonly string[];
  readonly checkedInAt: Date;
  readonly checkedOutAt: Date;
  readonly peopleCame: number;
  readonly shownAt: Date | null;
  /** Null where the results are still to be recorded. */
  readonly recordedAt: Date | null;
};

const minute = 60_000;
const later = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * minute);

/** A few stayed too long; most left a little early. */
function leftAt({ draft, turn }: Past): Date {
  return turn % 41 === 7 ? later(draft.end, 52) : later(draft.end, -4 * (turn % 6));
}

function partOf(past: Past, story: Story, agency: string): PastPart {
  const { draft, turn } = past;
  const { kind } = known(story.agencies, agency);
  const own = new Set(story.inspectors.flatMap((one) => (one.agencyCode === agency ? [one.credentialNo] : [])));
  const inspectors = draft.inspectors.filter((credential) => own.has(credential));
  const checkedInAt = later(draft.start, 2 + (turn % 4) * 3);
  const checkedOutAt = leftAt(past);
  return {
    ...{ ...past, agency, inspectors, checkedInAt, checkedOutAt },
    matters: draft.matters.filter((code) => known(story.matters, code).agencyKind === kind),
    peopleCame: inspectors.length + (turn % 47 === 9 ? 1 : 0),
    shownAt: turn % 9 === 3 ? null : later(checkedInAt, 1),
    recordedAt: draft.status === 'left' ? null : later(checkedOutAt, 18 * 60),
  };
}

const took = new Set(['left', 'findingRecorded', 'rated', 'unrated', 'archived']);

/** The visits that took place, agency by agency. */
export function tellParts(story: Story, filed: readonly { draft: FilingDraft; filing: InsertedFiling }[]): PastPart[] {
  const past = filed.map(({ draft, filing }, turn): Past => ({ draft, filing, turn }));
  const done = past.filter(({ draft }) => took.has(draft.status) && daysBetween(dayOf(draft.start), story.today) > 0);
  return done.flatMap((visit) => visit.draft.agencies.map((agency) => partOf(visit, story, agency)));
}

/** When the enterprise first scanned the code: most of those to whom it was shown. */
export function tellScan({ shownAt, turn }: PastPart): Date | null {
  return shownAt && turn % 10 < 7 ? later(shownAt, 2) : null;
}
