import 'server-only';
import type { Notice } from '#platform/audit.ts';
import { Prisma } from '#platform/db.ts';

/** Where a visit goes, for telling whoever answers for the place. */
export type Visited = { readonly enterpriseId: string; readonly territoryCode: string };

/** Who hears of a filing: today's contacts of the enterprise, and the territory; null where no notice is due. */
export type Told = { readonly contacts: readonly string[]; readonly territory: string | null };

/**
 * Parts of the statement that files: the notice to the accountable territory, and a line for each of today's contacts of the enterprise.
 * Reads the filing's id from `settled`; nothing is written where no notice is due, or there is one already.
 */
export function noticeSql({ enterpriseId, territoryCode }: Visited, isDue: boolean): Prisma.Sql {
  return Prisma.sql`notice AS (
    INSERT INTO territory_notice (filing_id, territory_code, sent_at) SELECT id, ${territoryCode}, now() FROM settled WHERE ${isDue}
    ON CONFLICT DO NOTHING RETURNING filing_id, territory_code
  ), contacts AS (
    INSERT INTO contact_notice (filing_id, user_id, sent_at) SELECT filing_id, user_id, now() FROM notice, key_contact
    WHERE enterprise_id = ${enterpriseId}::uuid AND (now() AT TIME ZONE 'Asia/Shanghai')::date >= since
      AND (until IS NULL OR until > (now() AT TIME ZONE 'Asia/Shanghai')::date)
    ON CONFLICT DO NOTHING RETURNING user_id
  )`;
}

/** Who was told, for the notices of the event: a column of the same statement. */
export const toldSql = Prisma.sql`json_build_object('contacts', (SELECT coalesce(json_agg(user_id), '[]') FROM contacts),
  'territory', (SELECT territory_code FROM notice)) AS told`;

/** What they read; none where nobody has to be told. */
export function territoryNotices(told: Told | undefined, enterprise: string): Notice[] {
  if (!told?.territory) return [];
  return [
    { to: { territoryCodes: [told.territory] }, text: `${enterprise}：将有检查入企，请签收`, href: '/territory' },
    { to: { userIds: told.contacts }, text: `${enterprise}：将有检查入企`, href: '/territory' },
  ];
}
