import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { ImportPlace } from './import-place.ts';
import { enterpriseValuesSql, inspectorValuesSql } from './values-sql.ts';

/** A row of an import that something rests on by now, and what. */
export type UsedRow = { readonly row: number; readonly name: string; readonly why: string };
type Batch = ImportPlace & { readonly id: string; readonly importedAt: Date | null };

/** Whom the draws that were frozen since may draw: a record may be a hundred megabytes, so its ids are read once for all rows. */
const frozenSql = ({ districtCode, importedAt }: Batch) => Prisma.sql`frozen_id AS MATERIALIZED (
  SELECT DISTINCT found[1] AS id FROM draw_record JOIN draw ON draw.id = draw_id, regexp_matches(frozen, '"id":"([^"]+)"', 'g') found
  WHERE draw.district_code = ${districtCode} AND draw_record.frozen_at >= ${importedAt})`;

const enterpriseUseSql = Prisma.sql`CASE
  WHEN enterprise.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM enterprise_merge WHERE enterprise.id IN (kept_id, merged_id)) THEN '合并过'
  WHEN kept.before IS NULL AND (EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id) OR EXISTS (SELECT FROM filing_draft WHERE enterprise_id = enterprise.id)
    OR EXISTS (SELECT FROM refusal WHERE enterprise_id = enterprise.id)) THEN '已有备案或备案草稿'
  WHEN kept.before IS NULL AND (EXISTS (SELECT FROM draw_outcome WHERE enterprise_id = enterprise.id) OR EXISTS (SELECT FROM joint_visit WHERE enterprise_id = enterprise.id)
    OR EXISTS (SELECT FROM draw_objection WHERE enterprise_id = enterprise.id) OR enterprise.uscc IN (SELECT id FROM frozen_id)) THEN '已进入抽取'
  WHEN kept.before IS NULL AND EXISTS (SELECT FROM recusal WHERE enterprise_id = enterprise.id) THEN '有执法人员登记了回避'
  WHEN ${enterpriseValuesSql} <> kept.after THEN '导入后又改过' END`;

const inspectorUseSql = Prisma.sql`CASE
  WHEN kept.before IS NULL AND (EXISTS (SELECT FROM filing_inspector WHERE inspector_id = inspector.id) OR EXISTS (SELECT FROM filing WHERE approver_id = inspector.id))
    THEN '已有备案'
  WHEN kept.before IS NULL AND (EXISTS (SELECT FROM draw_assignment WHERE inspector_id = inspector.id) OR EXISTS (SELECT FROM draw_objection WHERE inspector_id = inspector.id)
    OR inspector.credential_no IN (SELECT id FROM frozen_id)) THEN '已进入抽取'
  WHEN kept.before IS NULL AND EXISTS (SELECT FROM user_account WHERE inspector_id = inspector.id) THEN '已有账号'
  WHEN kept.before IS NULL AND EXISTS (SELECT FROM recusal WHERE inspector_id = inspector.id) THEN '登记了回避'
  WHEN ${inspectorValuesSql} <> kept.after OR inspector.left_on IS NOT NULL THEN '导入后又改过' END`;

/** The rows of an import that cannot be taken back any more, in the sheet's order. */
export function listUsed(access: Statements, batch: Batch): Promise<UsedRow[]> {
  const subject = batch.kind === 'enterprise' ? Prisma.sql`enterprise` : Prisma.sql`inspector`;
  const use = batch.kind === 'enterprise' ? enterpriseUseSql : inspectorUseSql;
  return access.$queryRaw<UsedRow[]>(Prisma.sql`WITH ${frozenSql(batch)} SELECT * FROM (
    SELECT kept."row", kept.name, ${use} AS why FROM register_import_row kept JOIN ${subject} ON ${subject}.id = kept.subject_id
    WHERE kept.import_id = ${batch.id}::uuid AND kept.fate IN ('added', 'sameName', 'changed')) judged
    WHERE why IS NOT NULL ORDER BY "row"`);
}
