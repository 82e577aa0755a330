import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { liveSql } from '#features/filing/queries/status-sets.ts';
import { db, Prisma } from '#platform/db.ts';
import type { InspectorScope } from '#platform/scope.ts';

export type InspectorVisit = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly enterprise: string;
  readonly address: string;
  readonly contact: string;
  readonly matters: readonly string[];
  readonly people: string;
  readonly filingNo: string;
  readonly publicCode: string;
  readonly status: FilingStatus;
};

/** The visits ahead in which this inspector is named, the nearest first, with the clock. */
export async function loadInspectorDay(scope: InspectorScope): Promise<{ now: Date; visits: readonly InspectorVisit[] }> {
  const [clock] = await db().$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  const visits = await db().$queryRaw<InspectorVisit[]>(Prisma.sql`
    SELECT filing.id, starts_at AS "startsAt", ends_at AS "endsAt", enterprise.name AS enterprise, site_address AS address,
      contact_name AS contact, filing_no AS "filingNo", public_code AS "publicCode", filing.status::text AS status,
      ARRAY(SELECT name FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id ORDER BY code) AS matters,
      (SELECT string_agg(inspector.name, '、' ORDER BY inspector.name) FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id) AS people
    FROM filing_inspector mine JOIN filing ON filing.id = mine.filing_id JOIN enterprise ON enterprise.id = enterprise_id
    WHERE mine.inspector_id = ${scope.actor.inspectorId}::uuid AND filing.district_code = ${scope.districtCode}
      AND filing.status IN ${liveSql} AND ends_at > now() ORDER BY starts_at LIMIT 20`);
  return { now: clock?.now ?? new Date(0), visits };
}
