import 'server-only';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { DraftBody } from '../schema.ts';

type Drawn = { no: string; kind: InspectionKind; form: InspectionForm; matters: string[]; inspectors: string[] };

const firstDrawnSql = (scope: AgencyScope, enterpriseId: string) => Prisma.sql`
  SELECT entry.no, entry.kind::text AS kind, entry.form::text AS form,
    ARRAY(SELECT code FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = entry.id ORDER BY code) AS matters,
    ARRAY(SELECT credential_no FROM draw_assignment assignment JOIN inspector ON inspector.id = inspector_id
      WHERE outcome_id = outcome.id ORDER BY assignment.position LIMIT 2) AS inspectors
  FROM drawn_target outcome JOIN plan_entry entry ON entry.root_id = outcome.plan_entry_id AND entry.until_plan_id IS NULL
  JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id AND party.is_lead
  WHERE outcome.enterprise_id = ${enterpriseId}::uuid AND plan.status <> 'draft' AND plan.district_code = ${scope.districtCode}
    AND party.agency_code = ${scope.agencyCode} AND used < quota AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    AND NOT EXISTS (SELECT FROM filing WHERE draw_outcome_id = outcome.id AND filing.status NOT IN ('returned', 'withdrawn', 'expired', 'revoked'))
  ORDER BY from_day, no LIMIT 1`;

/** What a new form starts with: the draw's entry, matters and first two inspectors, when this enterprise was drawn for this agency. */
export async function loadOpening(tx: Tx, scope: AgencyScope, enterpriseId: string): Promise<Partial<DraftBody> | null> {
  const enterprise = await tx.enterprise.findFirst({ where: { id: enterpriseId, districtCode: scope.districtCode }, select: { id: true } });
  if (!enterprise) return null;
  const usual = { startTime: '09:00', endTime: '11:30', form: 'onsite' };
  const [drawn] = await tx.$queryRaw<Drawn[]>(firstDrawnSql(scope, enterpriseId));
  if (!drawn) return usual;
  return { ...usual, kind: drawn.kind, form: drawn.form, planEntry: drawn.no, matters: drawn.matters, inspectors: drawn.inspectors };
}
