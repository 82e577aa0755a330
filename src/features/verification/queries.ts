import 'server-only';
import { type CodeState, computeCodeState, isShownInFull } from '#domain/inspection/code-state.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { normalisePublicCode } from '#domain/inspection/public-code.ts';
import { db, Prisma } from '#platform/db.ts';
import { env } from '#platform/env.ts';

export type OfficeView = { readonly name: string; readonly phone: string; readonly hours: string };
type Place = { readonly officialDomain: string; readonly offices: readonly OfficeView[] };
type Window = { readonly start: Date; readonly end: Date; readonly now: Date };

/** The visit itself, shown while it is genuine or still ahead. */
export type VisitView = {
  readonly filingNo: string;
  readonly enterprise: string;
  readonly site: string;
  readonly agencies: readonly string[];
  readonly inspectors: readonly { readonly name: string; readonly agency: string }[];
  readonly matters: readonly { readonly name: string; readonly basis: { readonly instrument: string; readonly locator: string } }[];
  /** What the office made its consent depend on. */
  readonly condition: string | null;
  /** Asked for by word of mouth: whether the form has come since; null for an ordinary filing. */
  readonly emergency: 'awaitingForm' | 'supplemented' | null;
};

/** A filing whose code nobody has looked behind yet, for the one look that is counted. */
export type FirstLook = { readonly filing: string; readonly district: string };

/** What the page behind a code may say; nothing else of the filing ever reaches it. */
export type CodeView =
  | ({ readonly state: 'unknown' } & Place)
  | ({ readonly state: Exclude<CodeState, 'genuine' | 'notYet' | 'unknown'> } & Place & Window)
  | ({ readonly state: 'genuine' | 'notYet' } & Place & Window & VisitView & { readonly firstLook: FirstLook | null });

type Row = Window &
  Omit<VisitView, 'condition'> & { status: FilingStatus; remark: string; office: OfficeView; firstLook: FirstLook | null };

const officeJson = Prisma.sql`json_build_object('name', office_name, 'phone', office_phone, 'hours', office_hours)`;

function codeSql(code: string): Prisma.Sql {
  return Prisma.sql`SELECT filing.status::text AS status, starts_at AS start, ends_at AS "end", now() AS now, filing_no AS "filingNo", remark,
      CASE WHEN scanned_at IS NULL THEN json_build_object('filing', filing.id, 'district', filing.district_code) END AS "firstLook",
      CASE WHEN NOT emergency THEN NULL WHEN EXISTS (SELECT FROM emergency WHERE filing_id = filing.id AND supplemented_at IS NOT NULL)
        THEN 'supplemented' ELSE 'awaitingForm' END AS emergency,
      enterprise.name AS enterprise, site_address AS site, ${officeJson} AS office,
      ARRAY(SELECT agency.name FROM filing_agency JOIN agency ON agency.code = agency_code
        WHERE filing_id = filing.id ORDER BY is_lead DESC, code) AS agencies,
      (SELECT coalesce(json_agg(json_build_object('name', inspector.name, 'agency', agency.short_name)
          ORDER BY inspector.agency_code <> filing.lead_agency_code, inspector.agency_code, credential_no), '[]')
        FROM filing_inspector JOIN inspector ON inspector.id = inspector_id JOIN agency ON agency.code = agency_code
        WHERE filing_id = filing.id) AS inspectors,
      (SELECT coalesce(json_agg(json_build_object('name', matter.name, 'basis',
          json_build_object('instrument', basis_instrument, 'locator', basis_article)) ORDER BY matter.code), '[]')
        FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id) AS matters
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN district ON district.code = filing.district_code
    WHERE public_code = ${code}`;
}

async function loadOffices(): Promise<OfficeView[]> {
  const rows = await db().district.findMany({
    orderBy: { code: 'asc' },
    select: { officeName: true, officePhone: true, officeHours: true },
  });
  return rows.map(({ officeName, officePhone, officeHours }) => ({ name: officeName, phone: officePhone, hours: officeHours }));
}

function viewOf({ status, start, end, now, office, remark, firstLook, ...visit }: Row, officialDomain: string): CodeView | null {
  const state = computeCodeState(status, { start, end }, now);
  const place = { officialDomain, offices: [office] };
  if (state === 'unknown') return null;
  if (!isShownInFull(state)) return { state, ...place, start, end, now } as CodeView;
  return {
    state,
    ...place,
    start,
    end,
    now,
    ...visit,
    firstLook: state === 'genuine' ? firstLook : null,
    condition: status === 'filedWithCondition' ? remark : null,
  } as CodeView;
}

/**
 * What a public code proves right now, by the database's clock. What cannot be a code is looked up all the same, so that it takes as
 * long as one that never was, and is told apart from it by nothing.
 */
export async function loadCode(text: string): Promise<CodeView> {
  const officialDomain = new URL(env().NEXTAUTH_URL).host;
  const [rows, offices] = await Promise.all([db().$queryRaw<Row[]>(codeSql(normalisePublicCode(text) ?? '')), loadOffices()]);
  return (rows[0] && viewOf(rows[0], officialDomain)) ?? { state: 'unknown', officialDomain, offices };
}
