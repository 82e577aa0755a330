import 'server-only';
import { Prisma } from '#platform/db.ts';
import { looksAfterSql } from '../queries/told-sql.ts';
import { unsealedSql } from '../queries/unsealed.ts';

/** Accounts outside the agencies that were told of a filing: its territory's, and whoever looks after the enterprise today. None of a sealed one. */
export const outsideSql = (filing: string): Prisma.Sql => Prisma.sql`
  SELECT told.user_id FROM contact_notice told JOIN filing ON filing.id = told.filing_id
  WHERE told.filing_id = ${filing}::uuid AND ${unsealedSql} AND ${looksAfterSql}
  UNION SELECT account.id FROM territory_notice told JOIN filing ON filing.id = told.filing_id
  JOIN user_account account ON account.territory_code = told.territory_code AND disabled_at IS NULL
  WHERE told.filing_id = ${filing}::uuid AND ${unsealedSql}`;
