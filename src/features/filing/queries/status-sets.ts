import 'server-only';
import { closedStatuses, countedStatuses, type FilingStatus, liveStatuses } from '#domain/inspection/lifecycle.ts';
import { Prisma } from '#platform/db.ts';

const setOf = (statuses: readonly FilingStatus[]) => Prisma.raw(`(${statuses.map((status) => `'${status}'`).join(', ')})`);

/** The domain's sets of statuses as SQL lists, so that a new status is decided in one place. */
export const countedSql = setOf(countedStatuses);
export const liveSql = setOf(liveStatuses);
export const closedSql = setOf(closedStatuses);
