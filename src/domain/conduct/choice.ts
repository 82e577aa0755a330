import { type FunnelStep, funnelSteps } from './funnel.ts';
import type { Metered } from './meter.ts';

/** The ways in which a visit may differ from its form. */
export const differences = ['overtime', 'morePeople', 'otherMatters', 'otherDay', 'notShown'] as const;
export type Difference = (typeof differences)[number];

/** What a list of visits may be narrowed to: a step of the funnel, a difference, or the exempted ones. */
export const visitChoices = [...funnelSteps, ...differences, 'exempted'] as const;
export type VisitChoice = FunnelStep | Difference | 'exempted';

/** What of one agency's part of a visit decides to which lists it belongs. */
export type Choosable = {
  readonly checkedInAt: Date | null;
  readonly shownAt: Date | null;
  readonly scannedAt: Date | null;
  readonly isRated: boolean;
  readonly isExempted: boolean;
  readonly metered: Metered;
};

const belongs: Readonly<Record<VisitChoice, (part: Choosable) => boolean>> = {
  filed: () => true,
  entered: ({ checkedInAt }) => checkedInAt !== null,
  shown: ({ shownAt }) => shownAt !== null,
  scanned: ({ scannedAt }) => scannedAt !== null,
  rated: ({ isRated }) => isRated,
  exempted: ({ isExempted }) => isExempted,
  overtime: ({ metered }) => metered.isOvertime,
  morePeople: ({ metered }) => metered.isMorePeople,
  otherMatters: ({ metered }) => metered.isOtherMatters,
  otherDay: ({ metered }) => metered.isOtherDay,
  notShown: ({ metered }) => metered.isNotShown,
};

/** Whether a part belongs to a list narrowed to this. */
export function isChosen(part: Choosable, choice: VisitChoice): boolean {
  return belongs[choice](part);
}
