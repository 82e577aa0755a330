import type { FilingStatus } from '#domain/inspection/lifecycle.ts';

/** One agency's part of a visit: null where it has not happened. */
export type VisitPart = {
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
  readonly absentAt: Date | null;
  /** It came and nobody checked out: when it should have left, set long after that. */
  readonly presumedOutAt?: Date | null;
  readonly recordedAt: Date | null;
};

/** How far the enterprise's rating has come; `none` before it was invited. */
export type RatingState = 'none' | 'open' | 'answered' | 'closed';

export type VisitProgress = {
  readonly status: FilingStatus;
  readonly parts: readonly VisitPart[];
  readonly rating: RatingState;
};

const isOver = ({ checkedOutAt, absentAt, presumedOutAt = null }: VisitPart): boolean =>
  checkedOutAt !== null || absentAt !== null || presumedOutAt !== null;
const isRecorded = ({ recordedAt, absentAt }: VisitPart): boolean => recordedAt !== null || absentAt !== null;

/**
 * Where a filing stands after what was reported, by the parts of its agencies (design: records.md, Filing): checked in with the first,
 * left once every agency has left, should have long ago, or never came, recorded once all have recorded, rated or unrated once the rating has ended as well.
 * Never goes back; filings that did not take place stay as they are.
 */
export function computeVisitStatus({ status, parts, rating }: VisitProgress): FilingStatus {
  const present = parts.filter(({ checkedInAt }) => checkedInAt !== null);
  const walked = ['filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded'].includes(status);
  if (!walked || present.length === 0) return status;
  if (!parts.every(isOver)) return 'checkedIn';
  if (!parts.every(isRecorded)) return 'left';
  if (rating === 'answered') return 'rated';
  return rating === 'closed' ? 'unrated' : 'findingRecorded';
}
