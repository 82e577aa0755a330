import 'server-only';
import { type Quantity, sayQuantity } from '#domain/declaration/quantity.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import { warnOfLine } from '#domain/plan/line-warnings.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { findLines, type LineRow } from './list-lines.ts';
import { listStepsOf, type StepRow } from './list-steps.ts';
import { loadYearRules } from './load-year-rules.ts';

/** What else the page of one line shows: as declared, the matter, the declaration it belongs to, and the joint it stands in. */
export type LineMore = {
  readonly year: number;
  readonly ordinal: number;
  readonly basis: string;
  readonly quantity: Quantity;
  readonly poolSize: number;
  readonly remark: string;
  readonly partners: readonly string[];
  readonly partnersText: string;
  readonly kind: InspectionKind;
  readonly approvalDocument: string;
  readonly declarationId: string;
  readonly declarationNo: number;
  readonly isBack: boolean;
  readonly matterCode: string;
  readonly maxPerYear: number;
  readonly specialField: boolean;
  readonly group: string | null;
  /** The other lines of its joint entry. */
  readonly joined: readonly { readonly id: string; readonly matter: string; readonly agency: string }[];
};
export type LineView = LineRow &
  LineMore & { readonly now: Date; readonly said: string; readonly steps: readonly StepRow[]; readonly warnings: readonly string[] };

const moreSql = ({ districtCode }: OfficeScope, id: string) => Prisma.sql`
  SELECT line.year, line.ordinal, line.basis, line.quantity, line.pool_size AS "poolSize", line.remark, line.partners_text AS "partnersText",
    ARRAY(SELECT short_name FROM agency WHERE district_code = line.district_code AND code = ANY (line.partners) ORDER BY code) AS partners,
    declaration.kind::text AS kind, declaration.approval_document AS "approvalDocument", declaration.id AS "declarationId", declaration.no AS "declarationNo",
    declaration.status <> 'approved' AS "isBack", matter.code AS "matterCode", matter.max_per_year AS "maxPerYear", matter.special_field AS "specialField",
    matter.mergeable_group AS "group", (SELECT coalesce(json_agg(json_build_object('id', other.id, 'matter', own.name, 'agency', agency.short_name)), '[]')
      FROM declaration_line other JOIN matter own ON own.id = other.matter_id JOIN agency ON agency.code = other.agency_code
      WHERE other.joint_id = line.joint_id AND other.id <> line.id) AS joined
  FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id JOIN matter ON matter.id = line.matter_id
  WHERE line.id = ${id}::uuid AND line.district_code = ${districtCode} AND declaration.approved_at IS NOT NULL`;

/** One line of the office's district with its history; null for any other. */
export async function loadLine(scope: OfficeScope, id: string): Promise<LineView | null> {
  const [more] = await db().$queryRaw<LineMore[]>(moreSql(scope, id));
  if (!more) return null;
  const { year } = more;
  const [[row], steps, { now, policy, calendar }] = await Promise.all([
    findLines(scope, year, [id]),
    listStepsOf(scope, { id, year }),
    loadYearRules(scope.districtCode, year),
  ]);
  if (!row) return null;
  const warnings = warnOfLine({ ...row, ...more }, { year, calendar, quietDays: policy.values.quietDays.value });
  return { ...row, ...more, now, said: sayQuantity(more.quantity), steps, warnings };
}
