import 'server-only';
import { type EnterpriseChoice, searchEnterprises } from '#features/enterprise/queries.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { DeskQuery } from '../schema.ts';

export type Leader = { readonly id: string; readonly name: string; readonly credentialNo: string | null; readonly phone: string };
export type OfficerChoice = {
  readonly credentialNo: string;
  readonly name: string;
  readonly validTo: string | null;
  /** Why this person may not go today, as far as the register says; empty where nothing speaks against it. */
  readonly fault: string;
};
export type CallDesk = {
  readonly agencies: readonly { readonly value: string; readonly label: string }[];
  readonly leaders: readonly Leader[];
  readonly officers: readonly OfficerChoice[];
  readonly enterprises: readonly EnterpriseChoice[];
};

const officersSql = ({ districtCode }: OfficeScope, agency: string) => Prisma.sql`
  SELECT * FROM (SELECT credential_no AS "credentialNo", inspector.name, valid_to::text AS "validTo",
    CASE WHEN left_on IS NOT NULL THEN '已离开本单位' WHEN credential_kind = 'none' OR valid_to IS NULL THEN '没有执法证'
      WHEN valid_to < (now() AT TIME ZONE 'Asia/Shanghai')::date THEN '执法证 ' || valid_to || ' 到期'
      WHEN valid_from > (now() AT TIME ZONE 'Asia/Shanghai')::date THEN '执法证 ' || valid_from || ' 起才有效' ELSE '' END AS fault
  FROM inspector JOIN agency ON agency.code = inspector.agency_code
  WHERE inspector.agency_code = ${agency} AND agency.district_code = ${districtCode} AND credential_no IS NOT NULL AND left_on IS NULL) officer
  ORDER BY fault <> '', "credentialNo" LIMIT 200`;

const leadersSql = ({ districtCode }: OfficeScope, agency: string) => Prisma.sql`
  SELECT inspector.id, inspector.name, credential_no AS "credentialNo", coalesce(account.phone, '') AS phone
  FROM inspector JOIN agency ON agency.code = inspector.agency_code LEFT JOIN user_account account ON account.inspector_id = inspector.id
  WHERE inspector.agency_code = ${agency} AND agency.district_code = ${districtCode} AND responsible_leader AND left_on IS NULL ORDER BY credential_no`;

/** What the clerk needs while the caller is on the line: who may call for the agency, who may go, which enterprise is meant. */
export async function loadCallDesk(scope: OfficeScope, { agency, firm }: Pick<DeskQuery, 'agency' | 'firm'>): Promise<CallDesk> {
  const [agencies, leaders, officers, enterprises] = await Promise.all([
    db().agency.findMany({
      where: { districtCode: scope.districtCode, subjectKind: { not: 'none' } },
      orderBy: { code: 'asc' },
      select: { code: true, shortName: true },
    }),
    agency ? db().$queryRaw<Leader[]>(leadersSql(scope, agency)) : [],
    agency ? db().$queryRaw<OfficerChoice[]>(officersSql(scope, agency)) : [],
    firm ? searchEnterprises(scope, firm) : [],
  ]);
  return { agencies: agencies.map(({ code, shortName }) => ({ value: code, label: shortName })), leaders, officers, enterprises };
}
