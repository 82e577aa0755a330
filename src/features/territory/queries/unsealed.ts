import 'server-only';
import { Prisma } from '#platform/db.ts';

/**
 * A check in an opened case is told to nobody (design: rules.md, territory-notice). No notice is made for one; should a filing become one
 * later, its notice disappears from every list as well.
 */
export const unsealedSql = Prisma.sql`NOT (filing.kind = 'case' AND filing.request -> 'trigger' ->> 'type' IS NOT DISTINCT FROM 'openedCase')`;

/** The same for Prisma's models. */
export const unsealedFilings: Prisma.FilingWhereInput = {
  NOT: { kind: 'case', request: { path: ['trigger', 'type'], equals: 'openedCase' } },
};
