import 'server-only';
import type { PooledOfficer, PoolLines } from '#domain/draw/compose-frozen.ts';
import type { ExclusionReason } from '#domain/draw/record.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { officersSql, type PoolQuestion, poolTablesSql } from './pool-sql.ts';

/**
 * Everything that a frozen record takes from the registers, in one statement and so at one instant: candidates with weight and
 * stratum, the excluded with their reason, inspectors. A million rows come as lines of text, already in order.
 */
export async function gatherPool(access: Statements, question: PoolQuestion): Promise<PoolLines> {
  const [row] = await access.$queryRaw<PoolLines[]>(Prisma.sql`WITH ${poolTablesSql(question)}, subject AS (
      SELECT uscc, min(weight) AS weight, min(stratum) AS stratum, string_agg(entry::text, '.' ORDER BY entry) AS entries
      FROM pool WHERE reason IS NULL GROUP BY uscc)
    SELECT (SELECT coalesce(string_agg(uscc || ',' || weight || ',' || entries || ',' || stratum, E'\n' ORDER BY uscc COLLATE "C"), '') FROM subject) AS subjects,
      (SELECT coalesce(string_agg(entry || ',' || uscc || ',' || reason, E'\n' ORDER BY entry, uscc COLLATE "C"), '') FROM pool WHERE reason IS NOT NULL) AS excluded,
      (${officersSql(question)}) AS officers`);
  if (!row) throw new Error('nothing gathered');
  return row;
}

/** The same pool counted, for whoever prepares a draw. */
export type PoolMeasure = {
  readonly strata: readonly { readonly entry: number; readonly stratum: string; readonly size: number }[];
  readonly excluded: readonly { readonly entry: number; readonly reason: ExclusionReason; readonly count: number }[];
  readonly officers: readonly PooledOfficer[];
  /** The candidates that some inspector is kept from. */
  readonly named: readonly { readonly id: string; readonly entries: readonly number[] }[];
};

/** How large each entry's pool and its strata are, how many are excluded and why, and who can be sent. */
export async function measurePool(access: Statements, question: PoolQuestion): Promise<PoolMeasure> {
  const [row] = await access.$queryRaw<PoolMeasure[]>(Prisma.sql`WITH ${poolTablesSql(question)},
    size AS (SELECT entry, stratum, reason, count(*)::int AS count FROM pool GROUP BY 1, 2, 3)
    SELECT (SELECT coalesce(json_agg(json_build_object('entry', entry, 'stratum', stratum, 'size', count) ORDER BY entry, stratum), '[]')
        FROM size WHERE reason IS NULL) AS strata,
      (SELECT coalesce(json_agg(json_build_object('entry', entry, 'reason', reason, 'count', count) ORDER BY entry, reason), '[]')
        FROM (SELECT entry, reason, sum(count)::int AS count FROM size WHERE reason IS NOT NULL GROUP BY 1, 2) told) AS excluded,
      (SELECT coalesce(json_agg(json_build_object('id', uscc, 'entries', entries) ORDER BY uscc COLLATE "C"), '[]') FROM (
        SELECT uscc, json_agg(entry ORDER BY entry) AS entries FROM pool WHERE reason IS NULL
          AND uscc IN (SELECT unnest(codes) FROM recused UNION SELECT unnest(codes) FROM visited) GROUP BY uscc) apart) AS named,
      (${officersSql(question)}) AS officers`);
  if (!row) throw new Error('nothing measured');
  return row;
}
