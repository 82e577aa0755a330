import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';

/** What a template is made of: whose it is, and the matters in force that may be chosen. */
export type TemplateFacts = {
  readonly districtCode: string;
  readonly agency: string;
  readonly year: number;
  readonly matters: readonly string[];
};

type Row = { readonly agency: string; readonly thisYear: number; readonly matters: string[] };

/** The agency's name and its matters; the year asked for, or this one. */
export async function loadTemplateFacts({ districtCode, agencyCode }: AgencyScope, asked: number | undefined): Promise<TemplateFacts> {
  const [row] = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT agency.name AS agency, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS "thisYear",
      ARRAY(SELECT name FROM matter WHERE matter.district_code = agency.district_code AND agency_kind = agency.kind
        AND daterange(published_from, published_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY code) AS matters
    FROM agency WHERE code = ${agencyCode} AND district_code = ${districtCode}`);
  if (!row) throw new Error(`no agency ${agencyCode}`);
  return { districtCode, agency: row.agency, year: asked ?? row.thisYear, matters: row.matters };
}
