import 'server-only';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import type { ProposalReasons } from '#domain/plan/merge/model.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { ProposalLine, ProposalView } from './views.ts';

type LineRow = ProposalLine & { readonly agencyCode: string; readonly outcome: string };
type Row = {
  readonly id: string;
  readonly no: number;
  readonly lead: string;
  readonly months: number[];
  readonly form: InspectionForm;
  readonly before: number;
  readonly after: number;
  readonly bound: number;
  readonly why: ProposalReasons;
  readonly status: ProposalView['status'];
  readonly reason: string;
  readonly lines: LineRow[];
  readonly out: { id: string; matter: string; agency: string }[];
};

/** Whether a line says otherwise than when the run read it, or was sent to the office anew. */
const changedSql = Prisma.sql`EXISTS (SELECT FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id
    LEFT JOIN jsonb_to_recordset(proposal.why -> 'seen') seen (line uuid, count int, months int[], form text) ON seen.line = line.id
  WHERE line.id = ANY (proposal.line_ids) AND (declaration.approved_at > run.requested_at
    OR line.count <> seen.count OR line.months <> seen.months OR line.form::text <> seen.form))`;

/** What a proposal is now: its step may have been undone, its lines decided otherwise or changed. */
export const statusSql = Prisma.sql`CASE
  WHEN proposal.status = 'refused' THEN 'refused'
  WHEN proposal.status = 'accepted' AND step.undone_at IS NULL THEN 'accepted'
  WHEN (SELECT count(*) FROM declaration_line line WHERE line.id = ANY (proposal.line_ids) AND line.outcome IN ('unreviewed', 'kept'))
    < cardinality(proposal.line_ids) THEN 'outdated'
  WHEN ${changedSql} THEN 'changed'
  ELSE 'open' END`;

const linesSql = (
  ids: Prisma.Sql,
) => Prisma.sql`SELECT coalesce(json_agg(json_build_object('id', line.id, 'matter', matter.name, 'agency', agency.short_name,
    'agencyCode', agency.code, 'count', line.count, 'months', line.months, 'form', line.form, 'outcome', line.outcome) ORDER BY array_position(${ids}, line.id)), '[]')
  FROM declaration_line line JOIN matter ON matter.id = line.matter_id JOIN agency ON agency.code = line.agency_code WHERE line.id = ANY (${ids})`;

const outIds = Prisma.sql`coalesce((SELECT array_agg((out ->> 'line')::uuid) FROM jsonb_array_elements(proposal.why -> 'out') out), '{}')`;

function viewOf({ lead, lines, why, out, ...row }: Row): ProposalView {
  const agencies = [...new Map(lines.map((line) => [line.agencyCode, line.agency]))].map(([code, name]) => ({ code, name }));
  const leader = agencies.find(({ code }) => code === lead) ?? { code: lead, name: lead };
  const names = new Map(out.map((line) => [line.id, line]));
  return {
    ...row,
    lead: leader,
    agencies: [leader, ...agencies.filter(({ code }) => code !== lead)],
    lines: lines.map(({ agencyCode: _code, outcome: _outcome, ...line }) => line),
    fits: why.fits,
    shortOfBound: why.shortOfBound,
    overMonths: why.overMonths,
    out: why.out.flatMap(({ line, why: obstacle }) => {
      const named = names.get(line);
      return named ? [{ matter: named.matter, agency: named.agency, why: obstacle }] : [];
    }),
  };
}

/** So many proposals of a run, from a position (0 is the first) in their order. */
export async function listProposals(
  { districtCode }: OfficeScope,
  runId: string,
  at: { skip: number; take: number },
): Promise<ProposalView[]> {
  const rows = await db().$queryRaw<
    Row[]
  >(Prisma.sql`SELECT proposal.id, proposal.no, lead, proposal.months, proposal.form::text AS form, proposal.before,
      proposal.after, proposal.bound, why, ${statusSql} AS status, proposal.reason, (${linesSql(Prisma.sql`proposal.line_ids`)}) AS lines,
      (${linesSql(outIds)}) AS out
    FROM merge_proposal proposal JOIN merge_run run ON run.id = proposal.run_id LEFT JOIN review_step step ON step.id = proposal.step_id
    WHERE run.id = ${runId}::uuid AND run.district_code = ${districtCode} ORDER BY proposal.no LIMIT ${at.take} OFFSET ${at.skip}`);
  return rows.map(viewOf);
}

/** How many proposals a run has, how many of them wait, and the position of the first that does (from 1). */
export async function countProposals(
  { districtCode }: OfficeScope,
  runId: string,
): Promise<{ total: number; open: number; first: number }> {
  const [row] = await db().$queryRaw<{ total: number; open: number; first: number }[]>(Prisma.sql`
    WITH judged AS (SELECT row_number() OVER (ORDER BY proposal.no) AS place, ${statusSql} AS status
      FROM merge_proposal proposal JOIN merge_run run ON run.id = proposal.run_id LEFT JOIN review_step step ON step.id = proposal.step_id
      WHERE run.id = ${runId}::uuid AND run.district_code = ${districtCode})
    SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'open')::int AS open,
      coalesce(min(place) FILTER (WHERE status = 'open'), 1)::int AS first FROM judged`);
  return row ?? { total: 0, open: 0, first: 1 };
}
