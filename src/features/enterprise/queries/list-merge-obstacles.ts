import 'server-only';
import { closedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma, type Tx } from '#platform/db.ts';

/** A draw that would lose an enterprise if its record were merged now: it stands in the frozen pool, or its place waits to be filed. */
export type MergeObstacle = { readonly no: string; readonly isDrawn: boolean };

/** The draws for whose sake the record of this enterprise has to stay, of the district; the longest running first. */
export function listMergeObstacles(tx: Tx, districtCode: string, enterprise: string): Promise<MergeObstacle[]> {
  return tx.$queryRaw<
    MergeObstacle[]
  >(Prisma.sql`WITH firm AS (SELECT id, uscc FROM enterprise WHERE id = ${enterprise}::uuid AND district_code = ${districtCode})
    SELECT draw.no, FALSE AS "isDrawn" FROM draw JOIN draw_record ON draw_id = draw.id, firm
      WHERE draw.district_code = ${districtCode} AND draw.status IN ('frozen', 'committed', 'revealed', 'drawn')
        AND strpos(substr(frozen, strpos(frozen, ',"subjects":[')), '"id":"' || firm.uscc || '"') > 0
    UNION ALL SELECT DISTINCT target.no, TRUE FROM drawn_target target JOIN firm ON target.enterprise_id = firm.id
      JOIN plan_entry due ON due.root_id = target.plan_entry_id AND due.until_plan_id IS NULL
        AND due.to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
      WHERE NOT EXISTS (SELECT FROM outcome_filing WHERE outcome_id = target.id AND status NOT IN ${closedSql})
    ORDER BY 1`);
}
