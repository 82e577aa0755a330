import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type DutyNeed, filerDuties, headDuties, officeDuties } from './duties-sql.ts';

/** One kind of thing that waits: how many, the most pressing of them, and until when. */
export type Duty = {
  readonly need: DutyNeed;
  readonly count: number;
  readonly id: string;
  readonly name: string;
  readonly due: Date | null;
};

const countedSql = (need: string, waiting: Prisma.Sql) => Prisma.sql`
  (SELECT ${need} AS need, count(*)::int AS count, (array_agg(id::text ORDER BY due NULLS LAST, id))[1] AS id,
    (array_agg(name ORDER BY due NULLS LAST, id))[1] AS name, min(due) AS due FROM (${waiting}) waiting HAVING count(*) > 0)`;

/** What this person has to do besides filings, declarations and draws, what is due first on top. */
export async function loadDuties(scope: AgencyScope | OfficeScope): Promise<Duty[]> {
  const { actor } = scope;
  if (actor.type !== 'user') return [];
  const waiting = scope.kind === 'office' ? officeDuties(scope) : actor.role === 'agencyHead' ? headDuties(scope) : filerDuties(scope);
  const each = Object.entries(waiting).map(([need, sql]) => countedSql(need, sql));
  return db().$queryRaw<Duty[]>(Prisma.sql`SELECT * FROM (${Prisma.join(each, ' UNION ALL ')}) duties ORDER BY due NULLS LAST, need`);
}
