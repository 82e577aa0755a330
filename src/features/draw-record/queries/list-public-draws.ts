import 'server-only';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope, StaffScope } from '#platform/scope.ts';
import { type DrawListQuery, drawsOnPage } from '../schema.ts';

export type DrawRow = {
  readonly district: string;
  readonly districtName: string;
  readonly no: string;
  readonly year: number;
  readonly serial: number;
  /** Whether it can be computed again; false for results registered before the protocol. */
  readonly isComputable: boolean;
  readonly status: DrawStatus;
  readonly agency: string;
  readonly agencyName: string;
  /** Titles of its entries, in the order of the record. */
  readonly titles: readonly string[];
  readonly subjects: number | null;
  readonly sample: number;
  readonly frozenAt: Date | null;
  readonly drawnAt: Date | null;
  readonly publishedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly poolHash: string | null;
};
export type DrawList = {
  readonly rows: readonly DrawRow[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
};
type Reader = PublicScope | StaffScope;

function filterSql({ district, agency, status, year }: Partial<DrawListQuery>): Prisma.Sql {
  const parts = [Prisma.sql`draw.status <> 'prepared'`];
  if (district) parts.push(Prisma.sql`draw.district_code = ${district}`);
  if (agency) parts.push(Prisma.sql`draw.agency_code = ${agency}`);
  if (status) parts.push(Prisma.sql`draw.status = ${status}::draw_status`);
  if (year) parts.push(Prisma.sql`draw.year = ${year}::int`);
  return Prisma.join(parts, ' AND ');
}

const moment = Prisma.sql`coalesce(published_at, voided_at, draw.frozen_at, prepared_at)`;

/** Draws that are public (all but those being prepared), the latest first, one page of them. */
export async function listPublicDraws(_scope: Reader, query: Partial<DrawListQuery> & { readonly page: number }): Promise<DrawList> {
  const where = filterSql(query);
  const [rows, counted] = await Promise.all([
    db().$queryRaw<DrawRow[]>(Prisma.sql`
      SELECT draw.district_code AS district, district.name AS "districtName", draw.no, draw.year, serial, format <> '' AS "isComputable", draw.status::text AS status,
        agency_code AS agency, agency.short_name AS "agencyName", subjects, draw.frozen_at AS "frozenAt", drawn_at AS "drawnAt", published_at AS "publishedAt",
        voided_at AS "voidedAt", pool_hash AS "poolHash",
        ARRAY(SELECT title FROM draw_entry part JOIN plan_entry entry ON entry.id = plan_entry_id WHERE draw_id = draw.id ORDER BY part.position) AS titles,
        (SELECT coalesce(sum(sample), 0)::int FROM draw_entry WHERE draw_id = draw.id) AS sample
      FROM draw JOIN district ON district.code = draw.district_code JOIN agency ON agency.code = agency_code LEFT JOIN draw_record ON draw_id = draw.id
      WHERE ${where} ORDER BY ${moment} DESC, draw.district_code, serial DESC LIMIT ${drawsOnPage} OFFSET ${(query.page - 1) * drawsOnPage}`),
    db().$queryRaw<{ found: number }[]>(Prisma.sql`SELECT count(*)::int AS found FROM draw WHERE ${where}`),
  ]);
  const found = counted[0]?.found ?? 0;
  return { rows, found, page: query.page, pages: Math.max(1, Math.ceil(found / drawsOnPage)) };
}

export type DrawChoices = {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly agencies: readonly { readonly code: string; readonly name: string; readonly district: string }[];
  readonly years: readonly number[];
  readonly now: Date;
};

/** What the list can be filtered by: agencies that have draws, and their years. */
export async function listDrawChoices(_scope: PublicScope): Promise<DrawChoices> {
  const [row] = await db().$queryRaw<DrawChoices[]>(Prisma.sql`
    SELECT now() AS now, ARRAY(SELECT DISTINCT year FROM draw WHERE status <> 'prepared' ORDER BY 1 DESC) AS years,
      (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name) ORDER BY code), '[]') FROM district) AS districts,
      (SELECT coalesce(json_agg(json_build_object('code', code, 'name', short_name, 'district', district_code) ORDER BY code), '[]') FROM agency
        WHERE code IN (SELECT agency_code FROM draw WHERE status <> 'prepared')) AS agencies`);
  return row ?? { now: new Date(0), years: [], districts: [], agencies: [] };
}
