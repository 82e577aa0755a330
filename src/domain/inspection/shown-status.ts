import type { FilingStatus } from './lifecycle.ts';

/** Who reads: only the office knows which visits were rated (design: security.md, Feedback). */
export type StatusReader = { readonly kind: string };

/** States that tell whether the enterprise answered. */
export const ratingStatuses = ['rated', 'unrated'] as const satisfies readonly FilingStatus[];

/** What they read as for everybody else: the last state that says nothing of the rating. */
export const beforeRating = 'findingRecorded' satisfies FilingStatus;

const tellsRating = (status: FilingStatus): boolean => (ratingStatuses as readonly FilingStatus[]).includes(status);

/** Whether a reader may know who rated. */
export const mayKnowRating = ({ kind }: StatusReader): boolean => kind === 'office';

/** A filing's status as a reader may know it. */
export function shownStatus(status: FilingStatus, reader: StatusReader): FilingStatus {
  return mayKnowRating(reader) || !tellsRating(status) ? status : beforeRating;
}

/** The states that a reader may tell apart, and so may ask for. */
export function askableStatuses(all: readonly FilingStatus[], reader: StatusReader): readonly FilingStatus[] {
  return mayKnowRating(reader) ? all : all.filter((status) => !tellsRating(status));
}

/** The states that are meant where a reader asks for some: what reads the same is found the same. */
export function meantStatuses(asked: readonly FilingStatus[], reader: StatusReader): readonly FilingStatus[] {
  if (mayKnowRating(reader)) return asked;
  const known = askableStatuses(asked, reader);
  return known.includes(beforeRating) ? [...known, ...ratingStatuses] : known;
}
