import 'server-only';
import type { DeclarationStanding } from '#domain/declaration/lifecycle.ts';
import { isLineOpen } from '#domain/declaration/lifecycle.ts';
import type { TaskSource } from '#domain/declaration/line.ts';
import type { Period } from '#domain/declaration/period.ts';
import type { Quantity } from '#domain/declaration/quantity.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import type { LineOutcome } from '#domain/plan/review-step.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';

export type LineRow = {
  readonly id: string;
  readonly ordinal: number;
  readonly matter: string;
  readonly basis: string;
  readonly poolLabel: string;
  readonly poolSize: number;
  readonly quantity: Quantity;
  readonly period: Period;
  readonly declaredCount: number;
  readonly declaredForm: InspectionForm;
  readonly declaredMonths: readonly number[];
  readonly source: TaskSource;
  readonly partners: readonly string[];
  readonly partnersText: string;
  readonly remark: string;
  readonly outcome: LineOutcome;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
  readonly reason: string;
  readonly entryNo: string | null;
  readonly isOpen: boolean;
};

const pageSize = 100;

/** What a scope reaches: the agency its own; the office what was sent on to it at least once. */
function within(scope: AgencyScope | OfficeScope): Prisma.DeclarationWhereInput {
  const { districtCode, agencyCode } = scope;
  return scope.kind === 'agency' ? { districtCode, agencyCode } : { districtCode, approvedAt: { not: null } };
}

const linesSql = (declarationId: string, page: number) => Prisma.sql`
  SELECT line.id, line.ordinal, matter.name AS matter, line.basis, pool_label AS "poolLabel", pool_size AS "poolSize", quantity, period,
    declared_count AS "declaredCount", declared_form::text AS "declaredForm", declared_months AS "declaredMonths", source::text AS source,
    ARRAY(SELECT short_name FROM agency WHERE code = ANY (line.partners) ORDER BY code) AS partners, partners_text AS "partnersText",
    remark, outcome::text AS outcome, line.count, line.months, line.form::text AS form, reason, entry_no AS "entryNo"
  FROM declaration_line line JOIN matter ON matter.id = matter_id WHERE declaration_id = ${declarationId}::uuid
  ORDER BY line.ordinal, line.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;

const include = {
  agency: { select: { shortName: true } },
  submittedBy: { select: { name: true } },
  events: { orderBy: { at: 'asc' }, take: 200, include: { by: { select: { name: true, agency: { select: { isOffice: true } } } } } },
  sheets: {
    where: { status: { in: ['imported', 'undone'] } },
    orderBy: { receivedAt: 'asc' },
    take: 100,
    select: { id: true, fileName: true, status: true, added: true, receivedAt: true },
  },
  _count: { select: { lines: true } },
} satisfies Prisma.DeclarationInclude;

type Sums = { readonly visits: number; readonly returned: number; readonly now: Date };

const sumsSql = (id: string) => Prisma.sql`SELECT now() AS now,
  coalesce(sum(declared_count) FILTER (WHERE declared_form IN ('onsite', 'sampling')), 0)::int AS visits,
  (count(*) FILTER (WHERE outcome = 'returned'))::int AS returned FROM declaration_line WHERE declaration_id = ${id}::uuid`;

/** One declaration within the scope with a page of its lines, its history and its sheets; null where the scope does not reach it. */
export async function loadDeclaration(scope: AgencyScope | OfficeScope, { id, page }: { id: string; page: number }) {
  const declaration = await db().declaration.findFirst({ where: { ...within(scope), id }, include });
  if (!declaration) return null;
  const [rows, [sums]] = await Promise.all([
    db().$queryRaw<Omit<LineRow, 'isOpen'>[]>(linesSql(id, page)),
    db().$queryRaw<Sums[]>(sumsSql(id)),
  ]);
  if (!sums) throw new Error('no sums');
  const standing: DeclarationStanding = { status: declaration.status, wasSentOn: declaration.approvedAt !== null };
  const total = declaration._count.lines;
  return {
    ...declaration,
    ...sums,
    ...{ total, page, pageSize, pages: Math.max(1, Math.ceil(total / pageSize)) },
    lines: rows.map((row): LineRow => ({ ...row, isOpen: isLineOpen(standing, row.outcome) })),
  };
}

export type DeclarationView = NonNullable<Awaited<ReturnType<typeof loadDeclaration>>>;
