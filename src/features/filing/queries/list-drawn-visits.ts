import 'server-only';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import { firstOpenDays, type VisitWindow } from '#domain/inspection/open-visit-days.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { DrawnFilter } from '../schema.ts';
import { drawnVisitsSql, officersSql, partsSql } from './drawn-visits-sql.ts';
import { loadVisitClock } from './load-visit-clock.ts';

type Row = VisitWindow & {
  readonly outcome: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly uscc: string;
  readonly territory: string;
  readonly entryNo: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly left: number;
  readonly drawId: string;
  readonly drawNo: string;
  readonly position: number;
  readonly officers: readonly string[];
  readonly matters: readonly string[];
  /** The joint visit it is part of: who leads, and all its agencies. */
  readonly joint: { readonly lead: string; readonly leadName: string; readonly agencies: readonly string[] } | null;
  readonly total: number;
};

/** A drawn visit that waits to be filed, with the first days on which it may take place. */
export type DrawnVisit = Omit<Row, 'total'> & { readonly firstDays: readonly string[]; readonly isOwn: boolean };

export type DrawnPage = {
  readonly today: string;
  readonly rows: readonly DrawnVisit[];
  readonly total: number;
  readonly pages: number;
  readonly size: number;
  readonly entries: readonly { readonly value: string; readonly label: string }[];
};

const pageSize = 15;

function filterSql(filter: DrawnFilter): Prisma.Sql {
  const [q, entry, within, joint] = [filter.q ?? null, filter.entry ?? null, filter.within ?? null, filter.joint ?? null];
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(${like}::text IS NULL OR enterprise.name ILIKE ${like} OR enterprise.uscc = upper(${q}::text))
    AND (${entry}::text IS NULL OR entry.no = ${entry})
    AND (${within}::int IS NULL OR entry.to_day <= (now() AT TIME ZONE 'Asia/Shanghai')::date + ${within}::int)
    AND (${joint}::text IS NULL OR (outcome.joint_visit_id IS NOT NULL) = (${joint} = 'yes'))`;
}

const jointSql = Prisma.sql`(SELECT json_build_object('lead', lead_agency_code, 'leadName', lead.short_name, 'agencies',
    (SELECT json_agg(DISTINCT agency.short_name) FROM plan_entry_agency taking JOIN agency ON agency.code = taking.agency_code
      WHERE plan_entry_id IN (SELECT due.id FROM ${partsSql})))
  FROM joint_visit JOIN agency lead ON lead.code = lead_agency_code WHERE joint_visit.id = outcome.joint_visit_id)`;

const rowsSql = (scope: AgencyScope, filter: DrawnFilter, size: number) => Prisma.sql`
  SELECT outcome.id AS outcome, enterprise.id AS "enterpriseId", enterprise.name AS enterprise, uscc, key_enterprise AS "keyEnterprise", in_park AS "inPark",
    (SELECT name FROM territory WHERE code = accountable_code) AS territory, entry.no AS "entryNo", title, entry.kind::text AS kind, quota - used AS left,
    draw.id AS "drawId", draw.no AS "drawNo", outcome.position, count(*) OVER ()::int AS total,
    (SELECT max(due.from_day)::text FROM ${partsSql}) AS "fromDay", (SELECT min(due.to_day)::text FROM ${partsSql}) AS "toDay",
    NOT EXISTS (SELECT FROM plan_entry_matter JOIN matter ON matter.id = matter_id
      WHERE NOT special_field AND plan_entry_id IN (SELECT due.id FROM ${partsSql})) AS "specialField",
    ARRAY(SELECT DISTINCT matter.name FROM plan_entry_matter JOIN matter ON matter.id = matter_id
      WHERE plan_entry_id IN (SELECT due.id FROM ${partsSql})) AS matters,
    ARRAY(SELECT inspector.name FROM ${officersSql} GROUP BY inspector.id, inspector.name
      ORDER BY min(CASE WHEN part.id = outcome.id THEN 0 ELSE 1 END), min(assignment.position)) AS officers,
    ${jointSql} AS joint
  FROM ${drawnVisitsSql(scope)}
  WHERE ${filterSql(filter)}
  ORDER BY entry.to_day, entry.from_day, entry.no, outcome.position LIMIT ${size} OFFSET ${(filter.page - 1) * size}`;

const entriesSql = (scope: AgencyScope) => Prisma.sql`
  SELECT DISTINCT entry.no AS value, entry.no || '　' || title AS label FROM ${drawnVisitsSql(scope)} ORDER BY 1 LIMIT 200`;

/** The first few of them, for pages that show more than these. */
export const listFirstDrawnVisits = (scope: AgencyScope, size = pageSize) => listDrawnVisits(scope, { page: 1 }, size);

/** One page of what this agency was drawn and has yet to file, what runs out first on top. */
export async function listDrawnVisits(scope: AgencyScope, filter: DrawnFilter, size = pageSize): Promise<DrawnPage> {
  const [clock, rows, entries] = await Promise.all([
    loadVisitClock(db(), scope.districtCode),
    db().$queryRaw<Row[]>(rowsSql(scope, filter, size)),
    db().$queryRaw<DrawnPage['entries']>(entriesSql(scope)),
  ]);
  const total = rows[0]?.total ?? 0;
  const visits = rows.map(({ total: _total, ...row }) => ({
    ...row,
    firstDays: firstOpenDays(clock, row, 3),
    isOwn: row.joint === null || row.joint.lead === scope.agencyCode,
  }));
  return { today: clock.today, rows: visits, total, pages: Math.max(1, Math.ceil(total / size)), size, entries };
}
