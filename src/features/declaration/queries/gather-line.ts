import 'server-only';
import type { DeclaredLine } from '#domain/declaration/line.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type Faults, type LineFields, readLine } from '../schema/line-form.ts';
import { codesOf } from '../schema/listed-codes.ts';

/** What the register says of a form's matter, enterprises, territories and partners. */
type Register = {
  readonly matter: { name: string; industries: string[]; basis: string; specialField: boolean; maxPerYear: number } | null;
  readonly firms: { code: string; status: string; industry: string }[];
  readonly territories: string[];
  readonly partners: string[];
};

export type GatheredLine = { readonly faults: Faults } | { readonly line: DeclaredLine; readonly matter: NonNullable<Register['matter']> };

const registerSql = ({ districtCode, agencyCode }: AgencyScope, fields: LineFields, codes: readonly string[]) => Prisma.sql`SELECT
  (SELECT json_build_object('name', name, 'industries', industries, 'basis', '《' || basis_instrument || '》' || basis_article,
      'specialField', special_field, 'maxPerYear', max_per_year)
    FROM matter WHERE district_code = ${districtCode} AND code = ${fields.matter} AND agency_kind = (SELECT kind FROM agency WHERE code = ${agencyCode})
      AND daterange(published_from, published_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) AS matter,
  (SELECT coalesce(json_agg(json_build_object('code', uscc, 'status', status, 'industry', industry)), '[]')
    FROM enterprise WHERE district_code = ${districtCode} AND uscc = ANY (${codes}::text[])) AS firms,
  ARRAY(SELECT code FROM territory WHERE district_code = ${districtCode} AND code = ANY (${fields.territories}::text[])) AS territories,
  ARRAY(SELECT code FROM agency WHERE district_code = ${districtCode} AND kind IS NOT NULL AND code <> ${agencyCode}
    AND code = ANY (${fields.partners}::text[])) AS partners`;

const statusWords: Readonly<Record<string, string>> = { suspended: '已歇业', cancelled: '已注销' };

function faultOfFirm(firm: Register['firms'][number] | undefined, industries: readonly string[]): string | null {
  if (!firm) return '本区县的企业库里没有';
  const closed = statusWords[firm.status];
  if (closed) return closed;
  return industries.length > 0 && !industries.includes(firm.industry) ? '行业不在这个事项的范围内' : null;
}

function faultsOfRegister(fields: LineFields, { matter, firms, territories, partners }: Register): Faults {
  const found = new Map(firms.map((firm) => [firm.code, firm]));
  const listed = fields.poolKind === 'list' ? codesOf(fields.list) : [];
  const wrong = listed.flatMap(({ code, row }) => {
    const fault = faultOfFirm(found.get(code), matter?.industries ?? []);
    return fault ? [`第 ${row} 行 ${code}：${fault}`] : [];
  });
  return {
    ...(matter ? {} : { matter: ['这个事项不在本单位现行的清单里'] }),
    ...(wrong.length > 0 ? { list: wrong } : {}),
    ...(territories.length < fields.territories.length ? { territories: ['请选择本区县的属地'] } : {}),
    ...(partners.length < fields.partners.length ? { partners: ['请选择本区县的其他执法单位'] } : {}),
  };
}

/** Reads a form against the catalogue and the registers: a line of one's own agency, or everything that is wrong with it. One statement. */
export async function gatherLine(
  access: Statements,
  scope: AgencyScope,
  { fields, year }: { fields: LineFields; year: number },
): Promise<GatheredLine> {
  const codes = codesOf(fields.list).map(({ code }) => code);
  const [register] = await access.$queryRaw<Register[]>(registerSql(scope, fields, codes));
  if (!register) throw new Error('nothing gathered');
  const { matter } = register;
  const read = readLine({ ...fields, basis: fields.basis || (matter?.basis ?? '') }, { year, industries: matter?.industries ?? [] });
  const written = 'faults' in read ? read.faults : {};
  const faults = { ...faultsOfRegister(fields, register), ...written };
  return 'faults' in read || !matter || Object.keys(faults).length > 0 ? { faults } : { line: read.line, matter };
}
