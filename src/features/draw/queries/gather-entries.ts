import 'server-only';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import type { EntryPool } from '#domain/plan/compose-plan.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** A plan entry in force, as a draw takes it; `id` is its root. */
export type DrawableEntry = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly year: number;
  readonly planVersion: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly quota: number;
  readonly fullCoverage: boolean;
  readonly poolLabel: string;
  readonly pool: EntryPool | null;
  /** The lead first, each with the ranges that its own matters need. */
  readonly agencies: readonly {
    readonly agency: string;
    readonly name: string;
    readonly kind: string;
    readonly groups: readonly string[];
  }[];
  readonly matters: readonly {
    readonly code: string;
    readonly name: string;
    readonly industries: readonly string[];
    readonly specialField: boolean;
  }[];
  /** The draw that stands for it, and the last one that is void. */
  readonly live: { readonly id: string; readonly no: string | null; readonly status: DrawStatus } | null;
  readonly previous: { readonly id: string; readonly no: string; readonly at: string } | null;
};

const agenciesSql = Prisma.sql`(SELECT json_agg(json_build_object('agency', agency.code, 'name', agency.short_name, 'kind', coalesce(agency.kind, ''),
    'groups', ARRAY(SELECT DISTINCT matter.group FROM plan_entry_matter part JOIN matter ON matter.id = matter_id
      WHERE part.plan_entry_id = entry.id AND matter.agency_kind = agency.kind ORDER BY 1)) ORDER BY is_lead DESC, agency.code)
  FROM plan_entry_agency party JOIN agency ON agency.code = agency_code WHERE party.plan_entry_id = entry.id)`;

const mattersSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('code', code, 'name', matter.name, 'industries', industries,
    'specialField', special_field) ORDER BY code), '[]') FROM plan_entry_matter part JOIN matter ON matter.id = matter_id WHERE part.plan_entry_id = entry.id)`;

const drawsSql = Prisma.sql`
  (SELECT json_build_object('id', draw.id, 'no', draw.no, 'status', draw.status) FROM draw_entry part JOIN draw ON draw.id = draw_id
    WHERE part.plan_entry_id = entry.root_id AND live) AS live,
  (SELECT json_build_object('id', draw.id, 'no', draw.no, 'at', to_char(voided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')) FROM draw_entry part JOIN draw ON draw.id = draw_id
    WHERE part.plan_entry_id = entry.root_id AND draw.status = 'void' AND draw.no IS NOT NULL ORDER BY voided_at DESC LIMIT 1) AS previous`;

/** Entries of the plans in force that satisfy a condition on `entry` and `plan`, in the order of their numbers. */
function entriesSql(districtCode: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT entry.root_id AS id, entry.no, title, kind::text AS kind, plan.year, from_day::text AS "fromDay", to_day::text AS "toDay", quota,
      full_coverage AS "fullCoverage", pool_label AS "poolLabel", pool,
      (SELECT version FROM plan current WHERE current.district_code = plan.district_code AND current.year = plan.year AND current.status = 'published') AS "planVersion",
      ${agenciesSql} AS agencies, ${mattersSql} AS matters, ${drawsSql}
    FROM plan_entry entry JOIN plan ON plan.id = plan_id
    WHERE plan.district_code = ${districtCode} AND plan.status <> 'draft' AND until_plan_id IS NULL AND ${condition} ORDER BY entry.no`;
}

/** The entries of a district with these roots; one that is no longer in force is missing. */
export function gatherEntries(access: Statements, districtCode: string, roots: readonly string[]): Promise<DrawableEntry[]> {
  return access.$queryRaw<DrawableEntry[]>(entriesSql(districtCode, Prisma.sql`entry.root_id = ANY (${roots}::uuid[])`));
}

/** The void draw that one for these entries comes after: the latest of any of them, so that whoever joins hides none. */
export function latestVoid(entries: readonly DrawableEntry[]): DrawableEntry['previous'] {
  return entries.reduce<DrawableEntry['previous']>(
    (last, { previous }) => (previous && (!last || previous.at > last.at) ? previous : last),
    null,
  );
}

/** Whom to look for: entries led by an agency, or by anybody; of certain kinds; whose days are not over. */
export type EntrySearch = { readonly lead: string | null; readonly kinds: readonly InspectionKind[] };

const isOpen = Prisma.sql`to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** Entries that still need a draw: of a drawn kind, days ahead, no live draw; those of special fields covered in full need none. */
export function listUndrawn(districtCode: string, { lead, kinds }: EntrySearch, access: Statements = db()): Promise<DrawableEntry[]> {
  const condition = Prisma.sql`kind::text = ANY (${kinds}::text[]) AND ${isOpen}
    AND (${lead}::text IS NULL OR EXISTS (SELECT FROM plan_entry_agency party WHERE party.plan_entry_id = entry.id AND is_lead AND agency_code = ${lead}))
    AND NOT EXISTS (SELECT FROM draw_entry part WHERE part.plan_entry_id = entry.root_id AND live)
    AND NOT (full_coverage AND NOT EXISTS (SELECT FROM plan_entry_matter part JOIN matter ON matter.id = matter_id
      WHERE part.plan_entry_id = entry.id AND NOT special_field))`;
  return access.$queryRaw<DrawableEntry[]>(Prisma.sql`${entriesSql(districtCode, condition)} LIMIT 300`);
}
