import 'server-only';
import { outsideSql } from '#features/territory/commands/concerned-sql.ts';
import type { Notice } from '#platform/audit.ts';
import { Prisma, type Statements } from '#platform/db.ts';

type Concerned = {
  readonly enterprise: string;
  readonly filingNo: string | null;
  readonly agencies: readonly string[];
  readonly inside: readonly string[];
  readonly outside: readonly string[];
};

const concernedSql = (filing: string) => Prisma.sql`SELECT enterprise.name AS enterprise, filing_no AS "filingNo",
    ARRAY(SELECT agency_code FROM filing_agency WHERE filing_id = filing.id ORDER BY agency_code) AS agencies,
    ARRAY(SELECT account.id FROM filing_inspector named JOIN user_account account ON account.inspector_id = named.inspector_id
      WHERE named.filing_id = filing.id AND filing_no IS NOT NULL ORDER BY account.id) AS inside,
    ARRAY(${outsideSql(filing)}) AS outside
  FROM filing JOIN enterprise ON enterprise.id = filing.enterprise_id WHERE filing.id = ${filing}::uuid`;

/**
 * Nobody comes any more: all agencies, the people named, the territory and the contacts are told what they were told to expect, and that it
 * ended. The reason is the agencies' business.
 */
export async function noticesOfEnd(
  tx: Statements,
  filing: string,
  { words, reason }: { words: string; reason: string },
): Promise<Notice[]> {
  const [found] = await tx.$queryRaw<Concerned[]>(concernedSql(filing));
  if (!found) return [];
  const { enterprise, filingNo, agencies, inside, outside } = found;
  const text = `${enterprise}${filingNo ? `（${filingNo}）` : ''}：${words}`;
  const [own, href] = [reason ? `${text}，${reason}` : text, `/filings/${filing}`];
  return [
    { to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes: [...agencies] }, text: own, href },
    ...(inside.length > 0 ? [{ to: { userIds: [...inside] }, text: own, href }] : []),
    ...(outside.length > 0 ? [{ to: { userIds: [...outside] }, text: `${text}，不再入企`, href: '/territory' }] : []),
  ];
}
