import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { NoticeScope } from '#platform/scope.ts';
import { unsealedSql } from './unsealed.ts';

const todaySql = Prisma.sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** That whom `told` names looks after the enterprise today. Needs the tables `told` (contact_notice) and `filing`. */
export const looksAfterSql = Prisma.sql`EXISTS (SELECT FROM key_contact WHERE key_contact.enterprise_id = filing.enterprise_id
  AND key_contact.user_id = told.user_id AND ${todaySql} >= since AND (until IS NULL OR until > ${todaySql}))`;

/** Or looked after it when the visit ended: whoever handed the enterprise on keeps the past and nothing of what comes. */
export const tellsContactSql = Prisma.sql`(${looksAfterSql} OR EXISTS (SELECT FROM key_contact WHERE key_contact.enterprise_id = filing.enterprise_id
  AND key_contact.user_id = told.user_id AND (ends_at AT TIME ZONE 'Asia/Shanghai')::date < until))`;

/** The notices of a territory, or those that somebody got as contact of an enterprise: FROM and WHERE, with `told`, `notice`, `filing`, `enterprise`. */
export function toldFromSql(scope: NoticeScope): Prisma.Sql {
  const { actor, districtCode } = scope;
  const join = Prisma.sql`JOIN filing ON filing.id = told.filing_id JOIN enterprise ON enterprise.id = filing.enterprise_id`;
  const within = Prisma.sql`filing.district_code = ${districtCode} AND ${unsealedSql}`;
  if (scope.kind === 'contact') {
    return Prisma.sql`contact_notice told ${join} LEFT JOIN territory_notice notice ON notice.filing_id = filing.id
      WHERE told.user_id = ${actor.id}::uuid AND ${within} AND ${tellsContactSql}`;
  }
  return Prisma.sql`territory_notice told ${join} JOIN territory_notice notice ON notice.filing_id = filing.id
    WHERE told.territory_code = ${actor.territoryCode ?? ''} AND ${within}`;
}

/** Whether this reader was told of the filing and may still know. */
export async function wasTold(tx: Statements, scope: NoticeScope, filing: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT filing.id FROM ${toldFromSql(scope)} AND filing.id::text = ${filing.toLowerCase()}`,
  );
  return rows.length > 0;
}
