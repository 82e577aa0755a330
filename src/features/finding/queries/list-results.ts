import 'server-only';
import type { FindingResult, FollowUp } from '#domain/finding/codes.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import { type ResultFilter, rowsOnPage } from '../schema.ts';

export type PublicFinding = { readonly matter: string; readonly result: FindingResult; readonly followUp: FollowUp };

/** One agency's published result of one visit; of one that was taken back nothing but that, when and why. */
export type ResultRow = {
  readonly filingNo: string;
  readonly district: string;
  readonly districtName: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly uscc: string | null;
  readonly enterprise: string | null;
  readonly leftAt: Date | null;
  readonly publishedAt: Date;
  readonly findings: readonly PublicFinding[];
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string;
};
export type ResultList = { readonly rows: readonly ResultRow[]; readonly found: number; readonly page: number; readonly pages: number };

// What is taken back cannot be found by what it said.
function wordsSql(q: string): Prisma.Sql {
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(filing_no ILIKE ${words} OR withdrawn_at IS NULL AND (uscc = ${q} OR enterprise.name ILIKE ${words}))`;
}

function whereSql({ district, agency, q }: Partial<ResultFilter>): Prisma.Sql {
  const parts = [Prisma.sql`published_at IS NOT NULL`];
  if (district) parts.push(Prisma.sql`filing.district_code = ${district}`);
  if (agency) parts.push(Prisma.sql`letter.agency_code = ${agency}`);
  if (q) parts.push(wordsSql(q));
  return Prisma.join(parts, ' AND ');
}

const tables = Prisma.sql`result_letter letter JOIN filing ON filing.id = letter.filing_id JOIN enterprise ON enterprise.id = enterprise_id
  JOIN district ON district.code = filing.district_code JOIN agency ON agency.code = letter.agency_code
  JOIN filing_agency part ON part.filing_id = filing.id AND part.agency_code = letter.agency_code`;

const columns = Prisma.sql`filing_no AS "filingNo", district.code AS district, district.name AS "districtName", agency.code AS agency,
  agency.short_name AS "agencyName", published_at AS "publishedAt", withdrawn_at AS "withdrawnAt", withdrawn_reason AS "withdrawnReason",
  CASE WHEN withdrawn_at IS NULL THEN uscc END AS uscc, CASE WHEN withdrawn_at IS NULL THEN enterprise.name END AS enterprise,
  CASE WHEN withdrawn_at IS NULL THEN checked_out_at END AS "leftAt",
  CASE WHEN withdrawn_at IS NULL THEN (SELECT coalesce(json_agg(json_build_object('matter', found ->> 'matter', 'result', found ->> 'result',
    'followUp', found ->> 'followUp')), '[]') FROM json_array_elements(body::json -> 'findings') found) ELSE '[]' END AS findings`;

/** Published results, the latest first, one page of them: results by their codes, never the words of an inspector. */
export async function listResults(_scope: PublicScope, query: Partial<ResultFilter> & { readonly page: number }): Promise<ResultList> {
  const where = whereSql(query);
  const [rows, counted] = await Promise.all([
    db().$queryRaw<ResultRow[]>(Prisma.sql`SELECT ${columns} FROM ${tables} WHERE ${where}
      ORDER BY published_at DESC, filing_no, letter.agency_code LIMIT ${rowsOnPage} OFFSET ${(query.page - 1) * rowsOnPage}`),
    db().$queryRaw<{ found: number }[]>(Prisma.sql`SELECT count(*)::int AS found FROM ${tables} WHERE ${where}`),
  ]);
  const found = counted[0]?.found ?? 0;
  return { rows, found, page: query.page, pages: Math.max(1, Math.ceil(found / rowsOnPage)) };
}

/** What the public list can be narrowed to. */
export async function listResultChoices(_scope: PublicScope) {
  const [districts, agencies, [clock]] = await Promise.all([
    db().district.findMany({ select: { code: true, name: true }, orderBy: { code: 'asc' } }),
    db().agency.findMany({
      where: { letters: { some: { publishedAt: { not: null } } } },
      select: { code: true, shortName: true, districtCode: true },
      orderBy: { code: 'asc' },
    }),
    db().$queryRaw<{ now: Date }[]>`SELECT now() AS now`,
  ]);
  return { districts, agencies, now: clock?.now ?? new Date(0) };
}
export type ResultChoices = Awaited<ReturnType<typeof listResultChoices>>;
