import 'server-only';
import type { PoolSpec } from '#domain/declaration/pool.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** The condition that a pool sets on a row of `enterprise`, closed ones included; `pool` is a jsonb column or value of the statement. */
export function poolConditionSql(pool: Prisma.Sql): Prisma.Sql {
  const isEmpty = (key: string) => Prisma.sql`jsonb_array_length(${pool} -> ${key}) = 0`;
  return Prisma.sql`CASE WHEN jsonb_typeof(${pool} -> 'list') = 'array' THEN ${pool} -> 'list' ? enterprise.uscc
    ELSE (${isEmpty('industries')} OR ${pool} -> 'industries' ? enterprise.industry)
      AND (NOT (${pool} ->> 'inPark')::boolean OR enterprise.in_park) AND (NOT (${pool} ->> 'keyOnly')::boolean OR enterprise.key_enterprise)
      AND (${isEmpty('risks')} OR ${pool} -> 'risks' ? enterprise.risk::text)
      AND (${isEmpty('territories')} OR ${pool} -> 'territories' ? enterprise.territory_code OR ${pool} -> 'territories' ? enterprise.accountable_code) END`;
}

/** The active enterprises of a pool. */
export function poolSql(pool: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`enterprise.status = 'active' AND ${poolConditionSql(pool)}`;
}

/** How many active enterprises of the district each pool holds, in the order given; one statement. */
export async function measurePools(districtCode: string, pools: readonly PoolSpec[], access: Statements = db()): Promise<number[]> {
  const keys = [...new Set(pools.map((pool) => JSON.stringify(pool)))];
  const rows = await access.$queryRaw<{ size: number }[]>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM enterprise WHERE enterprise.district_code = ${districtCode} AND ${poolSql(Prisma.sql`asked.pool`)}) AS size
    FROM unnest(${keys}::jsonb[]) WITH ORDINALITY asked (pool, turn) ORDER BY turn`);
  const sizes = new Map(keys.map((key, index) => [key, rows[index]?.size ?? 0]));
  return pools.map((pool) => sizes.get(JSON.stringify(pool)) ?? 0);
}
