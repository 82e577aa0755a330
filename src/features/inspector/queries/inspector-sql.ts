import 'server-only';
import { Prisma } from '#platform/db.ts';

/** A credential is soon to expire within this many days. */
const soon = 90;
const today = Prisma.sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** How a credential stands today; `inspector` is the row. */
export const validitySql = Prisma.sql`CASE WHEN left_on <= ${today} THEN 'left' WHEN credential_kind = 'none' THEN 'none' WHEN valid_to < ${today} THEN 'expired'
  WHEN valid_from > ${today} THEN 'future' WHEN valid_to < ${today} + ${Prisma.raw(String(soon))} THEN 'expiring' ELSE 'valid' END`;

/** Ranges of competence with a name: one of their matters, and how many there are. */
export const rangesSql = (
  districtCode: string,
) => Prisma.sql`(SELECT matter."group", CASE WHEN count(DISTINCT matter.code) = 1 THEN min(matter.name)
    ELSE min(matter.name) || '等 ' || count(DISTINCT matter.code) || ' 项' END AS label
  FROM matter WHERE matter.district_code = ${districtCode} GROUP BY matter."group")`;
