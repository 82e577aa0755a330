import 'server-only';
import type { AmendmentPart, AmendmentStatus } from '#domain/inspection/amendment.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { db, Prisma } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';
import { type EntryRequest, storedRequest } from '../schema.ts';

type KeptRequest = Omit<EntryRequest, 'lead' | 'approval'>;

type Row = {
  readonly id: string;
  readonly no: number | null;
  readonly agencyCode: string;
  readonly agency: string;
  readonly joining: boolean;
  readonly status: AmendmentStatus;
  readonly reason: string;
  readonly remark: string;
  readonly touches: readonly AmendmentPart[];
  readonly verdict: Verdict | null;
  readonly proposedBy: string;
  readonly proposedById: string | null;
  readonly proposedAt: Date;
  readonly approver: string | null;
  readonly approvedAt: Date | null;
  readonly registeredAt: Date | null;
};

/** One amendment as people read it: what stood there, what shall stand there. */
export type ActView = Row & { readonly before: KeptRequest | null; readonly after: KeptRequest };

export type ActsView = {
  readonly filing: string;
  readonly filingNo: string;
  readonly enterprise: string;
  readonly lead: string;
  readonly isOpen: boolean;
  /** Whether the reader may open the filing itself: who has only asked to join may not yet. */
  readonly isReader: boolean;
  readonly acts: readonly ActView[];
  /** Names of matters by code and of inspectors by credential. */
  readonly names: ReadonlyMap<string, string>;
};

type FilingRow = {
  filingNo: string;
  enterprise: string;
  lead: string;
  isOpen: boolean;
  isReader: boolean;
  request: unknown;
};

const isReaderSql = (scope: FilingScope) => {
  if (scope.kind === 'office') return Prisma.sql`TRUE`;
  if (scope.kind === 'agency')
    return Prisma.sql`EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND agency_code = ${scope.agencyCode})`;
  return Prisma.sql`EXISTS (SELECT FROM filing_inspector WHERE filing_id = filing.id AND inspector_id = ${scope.actor.inspectorId}::uuid)`;
};

async function loadHead(scope: FilingScope, filing: string): Promise<FilingRow | null> {
  const [row] = await db().$queryRaw<
    FilingRow[]
  >(Prisma.sql`SELECT filing_no AS "filingNo", enterprise.name AS enterprise, lead_agency_code AS lead, request,
      filing.status IN ('filed', 'filedWithCondition') AND NOT emergency AS "isOpen", ${isReaderSql(scope)} AS "isReader"
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id
    WHERE filing.id = ${filing}::uuid AND filing.district_code = ${scope.districtCode} AND filing_no IS NOT NULL`);
  return row ?? null;
}

type KeptRow = Row & { readonly request: unknown; readonly kept: unknown };

/** Everything for those who may read the filing, the own ones for an agency that asked to join. */
function actsSql(scope: FilingScope, filing: string, isReader: boolean): Prisma.Sql {
  return Prisma.sql`SELECT act.id, no, act.agency_code AS "agencyCode", short_name AS agency, joining, act.status::text AS status, reason, remark, touches, verdict,
      coalesce(account.name, short_name || '（接口）') AS "proposedBy", proposed_by_id AS "proposedById", proposed_at AS "proposedAt", inspector.name AS approver,
      approved_at AS "approvedAt", registered_at AS "registeredAt", request, before AS kept
    FROM filing_amendment act JOIN agency ON agency.code = act.agency_code LEFT JOIN user_account account ON account.id = proposed_by_id
    LEFT JOIN inspector ON inspector.id = approver_id
    WHERE filing_id = ${filing}::uuid AND act.district_code = ${scope.districtCode} AND (${isReader} OR act.agency_code = ${scope.agencyCode})
    ORDER BY proposed_at DESC, act.id LIMIT 100`;
}

async function loadNames(districtCode: string, requests: readonly KeptRequest[]): Promise<ReadonlyMap<string, string>> {
  const matters = requests.flatMap((one) => one.matters);
  const people = requests.flatMap((one) => one.inspectors);
  const rows = await db().$queryRaw<{ code: string; name: string }[]>(Prisma.sql`
    SELECT code, name FROM matter WHERE district_code = ${districtCode} AND code = ANY (${matters}::text[])
    UNION ALL SELECT credential_no, inspector.name FROM inspector JOIN agency ON agency.code = agency_code
      WHERE district_code = ${districtCode} AND credential_no = ANY (${people}::text[])`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The amendments of a filing, the latest first; null where the scope reaches neither the filing nor any of them. */
export async function loadActs(scope: FilingScope, filing: string): Promise<ActsView | null> {
  const head = await loadHead(scope, filing);
  if (!head) return null;
  const rows = await db().$queryRaw<KeptRow[]>(actsSql(scope, filing, head.isReader));
  if (!head.isReader && rows.length === 0) return null;
  const { request: standing, ...shown } = head;
  const acts = rows.map(({ request, kept, ...row }): ActView => {
    const after = storedRequest.parse(request);
    const current = row.joining ? null : storedRequest.parse(standing);
    return { ...row, after, before: kept ? storedRequest.parse(kept) : current };
  });
  const requests = acts.flatMap(({ before, after }) => (before ? [before, after] : [after]));
  return { ...shown, filing, acts, names: await loadNames(scope.districtCode, requests) };
}
