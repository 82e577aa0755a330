import { dayOf, lastDayTouched } from '#domain/calendar/local-day.ts';
import { trustedInstant } from '#domain/visit/happened.ts';

/** One agency's part of a visit: what was filed, and what was reported of it. */
export type MeteredPart = {
  readonly filedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** How many of the agency's officers and matters stood in the form. */
  readonly peopleFiled: number;
  readonly mattersFiled: number;
  /** The server's instants, and beside them what the phone's clock said. */
  readonly checkedInAt: Date | null;
  readonly deviceInAt: Date | null;
  readonly checkedOutAt: Date | null;
  readonly deviceOutAt: Date | null;
  readonly peopleCame: number | null;
  /** Matters with a finding, and matters that were checked though nobody had filed them. */
  readonly mattersChecked: number;
  readonly mattersOther: number;
  readonly shownAt: Date | null;
};

/** How a part went; null where nothing was reported of it. */
export type Metered = {
  readonly minutesFiled: number;
  readonly minutes: number | null;
  readonly minutesOver: number;
  readonly isOvertime: boolean;
  readonly isMorePeople: boolean;
  readonly isOtherMatters: boolean;
  readonly isOtherDay: boolean;
  readonly isNotShown: boolean;
};

const minute = 60_000;

/** Minutes beyond the filed end; and minutes inside. */
function measureTime(part: MeteredPart): { readonly minutes: number | null; readonly over: number; readonly enteredAt: Date | null } {
  const { checkedInAt, checkedOutAt, filedAt } = part;
  if (checkedInAt === null) return { minutes: null, over: 0, enteredAt: null };
  const enteredAt = trustedInstant({ deviceAt: part.deviceInAt, receivedAt: checkedInAt, filedAt });
  if (checkedOutAt === null) return { minutes: null, over: 0, enteredAt };
  const leftAt = trustedInstant({ deviceAt: part.deviceOutAt, receivedAt: checkedOutAt, filedAt });
  const minutes = Math.max(0, Math.floor((leftAt.getTime() - enteredAt.getTime()) / minute));
  const over = Math.max(0, Math.floor((leftAt.getTime() - part.endsAt.getTime()) / minute));
  return { minutes, over, enteredAt };
}

function isBesideDays({ startsAt, endsAt }: MeteredPart, enteredAt: Date | null): boolean {
  if (enteredAt === null) return false;
  const day = dayOf(enteredAt);
  return day < dayOf(startsAt) || day > lastDayTouched(startsAt, endsAt);
}

/** Filed versus actual of one part: overtime is more than so many minutes beyond the filed end (policy `visit.overtimeMinutes`). */
export function meterPart(part: MeteredPart, overtimeMinutes: number): Metered {
  const { minutes, over, enteredAt } = measureTime(part);
  return {
    minutesFiled: Math.floor((part.endsAt.getTime() - part.startsAt.getTime()) / minute),
    minutes,
    minutesOver: over,
    isOvertime: over > overtimeMinutes,
    isMorePeople: part.peopleCame !== null && part.peopleCame > part.peopleFiled,
    isOtherMatters: part.mattersOther > 0,
    isOtherDay: isBesideDays(part, enteredAt),
    isNotShown: part.checkedOutAt !== null && part.shownAt === null,
  };
}
