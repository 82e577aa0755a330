import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import type { BatchVisit } from '../schema/batch-request.ts';
import { type BatchBody, batchBody } from '../schema.ts';

/** A visit of a batch as it is judged and filed. */
export type VisitRow = BatchVisit & {
  readonly position: number;
  readonly enterpriseId: string;
  readonly name: string;
  readonly status: string;
};
export type BatchRow = { readonly body: BatchBody; readonly status: string; readonly authorId: string };

/** A batch of the agency; null for everybody else's. */
export async function findBatch(tx: Statements, { districtCode, agencyCode }: FilingPlace, id: string): Promise<BatchRow | null> {
  const [row] = await tx.$queryRaw<BatchRow[]>(Prisma.sql`SELECT body, status::text AS status, author_id AS "authorId" FROM filing_batch
    WHERE id = ${id}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode} FOR UPDATE`);
  return row ? { ...row, body: batchBody.parse(row.body) } : null;
}

const officersSql = ({ districtCode }: FilingPlace, planEntry: string) => Prisma.sql`ARRAY(SELECT credential_no FROM plan_entry entry
    JOIN plan ON plan.id = entry.plan_id AND plan.district_code = ${districtCode} AND plan.status <> 'draft'
    JOIN drawn_target outcome ON outcome.plan_entry_id = entry.root_id AND outcome.enterprise_id = enterprise.id
    JOIN draw ON draw.id = outcome.draw_id JOIN draw_assignment assignment ON assignment.outcome_id = outcome.id
    JOIN inspector ON inspector.id = inspector_id AND credential_no IS NOT NULL
    WHERE entry.no = ${planEntry} AND entry.until_plan_id IS NULL AND (draw.format <> '' OR assignment.position <= 2) ORDER BY assignment.position)`;

/** The visits of a batch in their order, each with the people drawn for it; `position` for one of them. */
export async function loadVisits(
  tx: Statements,
  scope: FilingPlace,
  { batch, planEntry, position = null }: { batch: string; planEntry: string; position?: number | null },
): Promise<VisitRow[]> {
  return tx.$queryRaw<
    VisitRow[]
  >(Prisma.sql`SELECT position, enterprise.id AS "enterpriseId", enterprise.name, uscc, starts_at AS start, ends_at AS "end",
      item.status::text AS status, ${officersSql(scope, planEntry)} AS officers
    FROM filing_batch_item item JOIN enterprise ON enterprise.id = enterprise_id
    WHERE batch_id = ${batch}::uuid AND (${position}::int IS NULL OR position = ${position}::int) ORDER BY position FOR UPDATE OF item`);
}
