import 'server-only';
import type { PlanItem } from '#domain/plan/plan-item.ts';
import { namePlan } from '#domain/plan/plan-item.ts';
import type { PublishedFigures } from '#domain/plan/plan-record.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope, StaffScope } from '#platform/scope.ts';
import type { EntryFilter } from '../schema.ts';
import { itemSql } from './item-sql.ts';

export type PlanHead = {
  readonly id: string;
  readonly district: string;
  readonly districtName: string;
  readonly officeName: string;
  readonly officePhone: string;
  readonly year: number;
  readonly version: number;
  /** 冷检计〔2027〕第 1 版. */
  readonly name: string;
  readonly publishedAt: Date;
  readonly note: string;
  readonly figures: PublishedFigures | null;
  readonly isCurrent: boolean;
};

export type EntryParty = { readonly code: string; readonly name: string; readonly isLead: boolean };
export type EntryMatter = {
  readonly code: string;
  readonly name: string;
  readonly instrument: string;
  readonly article: string;
  /** Short name of the agency whose line of work it is; null where none of the entry's agencies has it. */
  readonly agency: string | null;
};
/** An entry of a version, as everybody may read it. */
export type PublishedEntry = PlanItem & {
  readonly parties: readonly EntryParty[];
  readonly details: readonly EntryMatter[];
  /** Places left now; null in a version that is no longer in force. */
  readonly left: number | null;
  /** Number of the latest published draw. */
  readonly drawNo: string | null;
  /** The page of the draw that stands or is under way. */
  readonly drawHref: string | null;
};

export type WhichPlan = { readonly district: string; readonly year: number; readonly version?: number | undefined };
type Reader = PublicScope | StaffScope;

/** One version's head, the current one unless another is named; null where there is none. Drafts are nobody's to read. */
export async function loadPlanHead(_scope: Reader, { district, year, version }: WhichPlan): Promise<PlanHead | null> {
  const [row] = await db().$queryRaw<(Omit<PlanHead, 'name'> & { abbreviation: string })[]>(Prisma.sql`
    SELECT plan.id, district.code AS district, district.name AS "districtName", office_name AS "officeName", office_phone AS "officePhone", abbreviation,
      year, version, published_at AS "publishedAt", note, figures, plan.status = 'published' AS "isCurrent"
    FROM plan JOIN district ON district.code = district_code
    WHERE district_code = ${district} AND year = ${year} AND plan.status <> 'draft'
      AND CASE WHEN ${version ?? null}::int IS NULL THEN plan.status = 'published' ELSE version = ${version ?? null}::int END`);
  if (!row) return null;
  const { abbreviation, ...head } = row;
  return { ...head, name: namePlan({ abbreviation, year, version: head.version }) };
}

/** Rows of a version: those that began in it or before and have not ended by it. */
export const standingSql = ({ district, year, version }: PlanHead) => Prisma.sql`
  since.district_code = ${district} AND since.year = ${year} AND since.status <> 'draft' AND since.version <= ${version}
    AND (until.version IS NULL OR until.version > ${version})`;

export const versionsSql = Prisma.sql`plan_entry entry JOIN plan since ON since.id = entry.plan_id LEFT JOIN plan until ON until.id = entry.until_plan_id`;

function filterSql({ agency, month, kind, q }: EntryFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`];
  if (agency) parts.push(Prisma.sql`EXISTS (SELECT FROM plan_entry_agency WHERE plan_entry_id = entry.id AND agency_code = ${agency})`);
  if (kind) parts.push(Prisma.sql`entry.kind = ${kind}::inspection_kind`);
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(Prisma.sql`(entry.no = ${q} OR entry.title ILIKE ${like} OR EXISTS (SELECT FROM plan_entry_matter JOIN matter ON matter.id = matter_id
      WHERE plan_entry_id = entry.id AND matter.name ILIKE ${like}))`);
  }
  // A plan that did not divide its places over months has them in all months of its time.
  if (month)
    parts.push(Prisma.sql`CASE WHEN EXISTS (SELECT FROM plan_entry_month WHERE plan_entry_id = entry.id)
      THEN EXISTS (SELECT FROM plan_entry_month part WHERE plan_entry_id = entry.id AND part.month = ${month} AND part.quota > 0)
      ELSE ${month} BETWEEN extract(month FROM entry.from_day) AND extract(month FROM entry.to_day) END`);
  return Prisma.join(parts, ' AND ');
}

const matterSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', matter.code, 'name', matter.name, 'instrument', basis_instrument, 'article', basis_article,
    'agency', (SELECT short_name FROM plan_entry_agency party JOIN agency ON agency.code = party.agency_code
      WHERE party.plan_entry_id = entry.id AND agency.kind = matter.agency_kind ORDER BY is_lead DESC, agency.code LIMIT 1)) ORDER BY matter.code), '[]')
  FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = entry.id)`;
const partySql = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name, 'isLead', is_lead) ORDER BY is_lead DESC, code)
  FROM plan_entry_agency JOIN agency ON code = agency_code WHERE plan_entry_id = entry.id)`;

export type EntryPart = { readonly filter: EntryFilter; readonly limit?: number; readonly offset?: number };

/** Entries of one version in the order of their numbers: the one query behind page, PDF, CSV and API. */
export async function listEntries(_scope: Reader, head: PlanHead, { filter, limit, offset = 0 }: EntryPart): Promise<PublishedEntry[]> {
  const rows = await db().$queryRaw<{ entry: PublishedEntry }[]>(Prisma.sql`
    SELECT ${itemSql} || jsonb_build_object('parties', ${partySql}, 'details', ${matterSql},
      'left', CASE WHEN ${head.isCurrent} THEN entry.quota - entry.used END,
      'drawNo', (SELECT no FROM draw JOIN draw_entry ON draw_id = draw.id WHERE plan_entry_id = entry.root_id AND live AND status = 'published'),
      'drawHref', (SELECT format('/draws/%s/%s-%s', district_code, year, serial) FROM draw JOIN draw_entry ON draw_id = draw.id
        WHERE plan_entry_id = entry.root_id AND live AND serial IS NOT NULL)) AS entry
    FROM ${versionsSql} WHERE ${standingSql(head)} AND ${filterSql(filter)} ORDER BY entry.no LIMIT ${limit ?? null}::int OFFSET ${offset}`);
  return rows.map(({ entry }) => entry);
}

/** How many entries the filter leaves, and the door visits that they plan. */
export async function countEntries(_scope: Reader, head: PlanHead, filter: EntryFilter): Promise<{ entries: number; visits: number }> {
  const [row] = await db().$queryRaw<{ entries: number; visits: number }[]>(Prisma.sql`
    SELECT count(*)::int AS entries, coalesce(sum(entry.quota) FILTER (WHERE entry.form IN ('onsite', 'sampling')), 0)::int AS visits
    FROM ${versionsSql} WHERE ${standingSql(head)} AND ${filterSql(filter)}`);
  return row ?? { entries: 0, visits: 0 };
}
