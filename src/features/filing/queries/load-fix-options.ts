import 'server-only';
import type { FixOptions } from '#domain/inspection/facts.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import type { Gathered } from './gather-entry-facts.ts';

/** Who and what could stand in for a refused visit: read only once it is refused. */
export async function loadFixOptions(tx: Statements, scope: FilingPlace, { facts, refs }: Gathered): Promise<FixOptions> {
  const { visit } = facts;
  // A year's plan holds thousands of entries: those that cannot fit are left where they are.
  const needsDraw = facts.policy.values.drawnKinds.value.includes(visit.kind);
  const agencies = [facts.lead, ...facts.coAgencies].map(({ code }) => code);
  const [row] = await tx.$queryRaw<FixOptions[]>(Prisma.sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('credentialNo', credential_no, 'register', json_build_object('name', inspector.name,
      'agencyCode', agency_code, 'credentialKind', credential_kind, 'validFrom', valid_from, 'validTo', valid_to, 'groups', groups,
      'recused', EXISTS (SELECT FROM recusal WHERE inspector_id = inspector.id AND enterprise_id = ${refs.enterpriseId}::uuid)))
      ORDER BY credential_no), '[]')
      FROM inspector JOIN agency ON agency.code = agency_code
      WHERE agency_code = ANY (${agencies}::text[]) AND district_code = ${scope.districtCode} AND credential_no IS NOT NULL) AS inspectors,
    (SELECT coalesce(json_agg(json_build_object('no', no, 'title', title, 'planVersion', (SELECT version FROM plan current
          WHERE current.district_code = plan.district_code AND current.year = plan.year AND current.status = 'published'), 'planYear', year, 'kind', kind,
      'agencies', (SELECT json_agg(agency_code) FROM plan_entry_agency WHERE plan_entry_id = entry.id),
      'matters', (SELECT json_agg(code) FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = entry.id),
      'fromDay', from_day, 'toDay', to_day, 'quota', quota, 'used', used, 'fullCoverage', full_coverage,
      'months', (SELECT coalesce(json_agg(json_build_object('month', month, 'quota', month.quota, 'used', month.used) ORDER BY month), '[]')
        FROM plan_entry_month month WHERE plan_entry_id = entry.id),
      'drawPublished', EXISTS (SELECT FROM drawn_target WHERE plan_entry_id = entry.root_id),
      'enterpriseDrawn', enterprise_drawn) ORDER BY no), '[]')
      FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id,
        LATERAL (SELECT EXISTS (SELECT FROM drawn_target
          WHERE plan_entry_id = entry.root_id AND enterprise_id = ${refs.enterpriseId}::uuid) AS enterprise_drawn) chance
      WHERE plan.district_code = ${scope.districtCode} AND plan.status <> 'draft' AND until_plan_id IS NULL AND agency_code = ${facts.lead.code}
        AND used < quota AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND kind = ${visit.kind}::inspection_kind
        AND (${visit.start}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date BETWEEN from_day AND to_day
        AND (enterprise_drawn OR full_coverage OR ${!needsDraw})) AS "planEntries"`);
  return row ?? { inspectors: [], planEntries: [] };
}
