import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { closedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma } from '#platform/db.ts';
import { shownStatusSql } from '#platform/statements.ts';

/** A joint visit that stands, with its parts and the filing that its lead sent in. */
export type JoinedVisit = {
  readonly id: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly leadName: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly parts: readonly {
    readonly agencyName: string;
    readonly title: string;
    readonly drawId: string;
    readonly drawNo: string;
    readonly officers: string;
    /** False once its draw was voided or its place taken by the next in order. */
    readonly stands: boolean;
  }[];
  readonly filing: { readonly id: string; readonly filingNo: string | null; readonly status: FilingStatus } | null;
};

type Place = { readonly districtCode: string; readonly agencyCode: string | null };

/** Open joint visits of the district, or those that an agency takes part in, what runs out first on top. */
export const joinedSql = ({ districtCode, agencyCode }: Place, turn: { size: number; offset: number }) => Prisma.sql`
  SELECT joint_visit.id, enterprise.name AS "enterpriseName", uscc, lead.short_name AS "leadName", from_day::text AS "fromDay", to_day::text AS "toDay",
    (SELECT coalesce(json_agg(json_build_object('agencyName', agency.short_name, 'drawId', draw.id, 'drawNo', draw.no,
        'title', (SELECT title FROM plan_entry entry WHERE entry.root_id = part.plan_entry_id ORDER BY until_plan_id IS NULL DESC LIMIT 1),
        'officers', (SELECT string_agg(inspector.name, '、' ORDER BY given.position) FROM draw_assignment given JOIN inspector ON inspector.id = inspector_id
          WHERE outcome_id = part.id AND (draw.format <> '' OR given.position <= 2)),
        'stands', draw.status = 'published' AND part.replaced_at IS NULL) ORDER BY draw.agency_code <> lead_agency_code, draw.agency_code), '[]')
      FROM draw_outcome part JOIN draw ON draw.id = part.draw_id JOIN agency ON agency.code = draw.agency_code
      WHERE part.joint_visit_id = joint_visit.id) AS parts,
    (SELECT json_build_object('id', filing_id, 'filingNo', filing_no, 'status', ${shownStatusSql({ kind: agencyCode === null ? 'office' : 'agency' }, 'outcome_filing.status')})
      FROM draw_outcome part JOIN outcome_filing ON outcome_id = part.id
      WHERE part.joint_visit_id = joint_visit.id AND outcome_filing.status NOT IN ${closedSql} LIMIT 1) AS filing
  FROM joint_visit JOIN enterprise ON enterprise.id = enterprise_id JOIN agency lead ON lead.code = lead_agency_code
  WHERE joint_visit.district_code = ${districtCode} AND ended_at IS NULL AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    AND (${agencyCode}::text IS NULL OR EXISTS (SELECT FROM draw_outcome JOIN draw ON draw.id = draw_id
      WHERE joint_visit_id = joint_visit.id AND draw.agency_code = ${agencyCode}))
  ORDER BY to_day, from_day, joint_visit.id LIMIT ${turn.size} OFFSET ${turn.offset}`;
