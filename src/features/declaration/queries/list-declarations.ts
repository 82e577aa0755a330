import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/local-day.ts';
import type { DeclarationStatus } from '#domain/declaration/lifecycle.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { findSettledYears, loadDueRule } from './load-due.ts';

export type DeclarationRow = {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly kind: 'annual' | 'special';
  readonly status: DeclarationStatus;
  readonly approvalDocument: string;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly lines: number;
  /** Of these, with the agency again. */
  readonly returned: number;
  readonly unreviewed: number;
};

/** What it is about each declaration that lists show; the statement's `declaration` is the row. */
const shown = Prisma.sql`declaration.id, declaration.year, declaration.no, declaration.kind::text AS kind, declaration.status::text AS status,
  approval_document AS "approvalDocument", submitted_at AS "submittedAt", approved_at AS "approvedAt",
  (SELECT count(*)::int FROM declaration_line WHERE declaration_id = declaration.id) AS lines,
  (SELECT count(*)::int FROM declaration_line WHERE declaration_id = declaration.id AND outcome = 'returned') AS returned,
  (SELECT count(*)::int FROM declaration_line WHERE declaration_id = declaration.id AND outcome = 'unreviewed') AS unreviewed`;

export type DeclarationYear = {
  readonly year: number;
  readonly due: Day;
  /** Whether its plan stands: what is declared now is a supplement. */
  readonly isSettled: boolean;
  readonly declarations: readonly DeclarationRow[];
};
export type AgencyDesk = {
  readonly now: Date;
  readonly today: Day;
  readonly role: 'filer' | 'head';
  readonly years: readonly DeclarationYear[];
};

/** An agency's declarations: this year, the next, and every year that has one; the latest year first. */
export async function loadAgencyDesk(scope: AgencyScope): Promise<AgencyDesk> {
  const { districtCode, agencyCode, actor } = scope;
  const rule = await loadDueRule(districtCode);
  const { now, today, dueOf } = rule;
  const [settled, rows] = await Promise.all([
    findSettledYears(districtCode, rule),
    db().$queryRaw<DeclarationRow[]>(Prisma.sql`SELECT ${shown} FROM declaration
      WHERE district_code = ${districtCode} AND agency_code = ${agencyCode} ORDER BY year DESC, no LIMIT 200`),
  ]);
  const years = [...new Set([yearOf(today) + 1, yearOf(today), ...rows.map(({ year }) => year)])].sort((a, b) => b - a);
  return {
    now,
    today,
    role: actor.type === 'user' && actor.role === 'agencyHead' ? 'head' : 'filer',
    years: years.map((year) => ({
      year,
      due: dueOf(year),
      isSettled: settled.has(year),
      declarations: rows.filter((row) => row.year === year),
    })),
  };
}

export type AgencyDeclarations = { readonly code: string; readonly shortName: string; readonly declarations: readonly DeclarationRow[] };
export type DistrictDesk = {
  readonly now: Date;
  readonly today: Day;
  readonly year: number;
  readonly years: readonly number[];
  readonly due: Day;
  readonly isSettled: boolean;
  readonly agencies: readonly AgencyDeclarations[];
};

type AgencyRow = Omit<AgencyDeclarations, 'declarations'>;
type RowOfAgency = DeclarationRow & { readonly agencyCode: string };

/** Which year the office looks at unless it says so: the latest that has a declaration, otherwise this one. */
function chooseYear(asked: number | undefined, known: readonly number[], today: Day): number {
  return asked ?? Math.max(yearOf(today), ...known.filter((year) => year <= yearOf(today) + 1));
}

/** All inspecting agencies of the district with what they declared for a year. */
export async function loadDistrictDesk({ districtCode }: OfficeScope, asked: number | undefined): Promise<DistrictDesk> {
  const rule = await loadDueRule(districtCode);
  const { now, today, dueOf } = rule;
  const [settled, known, agencies] = await Promise.all([
    findSettledYears(districtCode, rule),
    db().declaration.findMany({ where: { districtCode }, distinct: ['year'], select: { year: true } }),
    db().$queryRaw<AgencyRow[]>(Prisma.sql`SELECT code, short_name AS "shortName" FROM agency
      WHERE district_code = ${districtCode} AND kind IS NOT NULL ORDER BY code`),
  ]);
  const declared = known.map((row) => row.year);
  const year = chooseYear(asked, declared, today);
  const rows = await db().$queryRaw<RowOfAgency[]>(Prisma.sql`SELECT ${shown}, agency_code AS "agencyCode" FROM declaration
    WHERE district_code = ${districtCode} AND year = ${year} ORDER BY no`);
  const years = [...new Set([yearOf(today), yearOf(today) + 1, year, ...declared])].sort((a, b) => a - b);
  const declarationsOf = ({ code }: AgencyRow) => rows.filter((row) => row.agencyCode === code);
  return {
    ...{ now, today, year, years, due: dueOf(year), isSettled: settled.has(year) },
    agencies: agencies.map((agency) => ({ ...agency, declarations: declarationsOf(agency) })),
  };
}
