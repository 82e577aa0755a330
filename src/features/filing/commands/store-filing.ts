import 'server-only';
import type { EntryFacts } from '#domain/inspection/facts.ts';
import { filingNoPattern } from '#domain/inspection/filing-no.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { noticeSql, type Told, toldSql } from '#features/territory/commands/notice-sql.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId, newPublicCode } from '#platform/entropy.ts';
import type { Gathered } from '../queries/gather-entry-facts.ts';
import { countedSql } from '../queries/status-sets.ts';
import { type Claims, claimsOf, claimsSql, isClaimed } from './claims-sql.ts';
import { bornColumns, bornSql, partsSql, type Sent, visitSql } from './filing-row-sql.ts';
import type { Judged } from './judge-request.ts';

export type Filed = { readonly id: string; readonly filingNo: string; readonly publicCode: string; readonly told: Told };
/** The id is given where whoever sends it may send it twice. */
type Stored = Omit<Sent, 'id'> & Partial<Pick<Sent, 'id'>>;
type Taken = { places: number; lines: number; matters: number; filingNo: string | null; told: Told };

/** Stores a request as a submitted filing with its agencies, matters, inspectors and the verdict of now, in one statement. Gives its id. */
export async function insertFiling(tx: Statements, judged: Judged, stored: Stored): Promise<string> {
  const sent = { id: newId(), ...stored };
  await tx.$executeRaw(Prisma.sql`WITH ${partsSql(judged, sent)}
    INSERT INTO filing (${bornColumns}, status) SELECT ${bornSql(judged, sent)}, 'submitted' FROM ${visitSql(sent)}`);
  return sent.id;
}

/** Takes the next number, and counts the visits before this one. */
function countsSql({ facts: { lead }, refs }: Gathered, claims: Claims): Prisma.Sql {
  return Prisma.sql`serial AS (
    INSERT INTO filing_serial AS serial (agency_code, year, last)
    VALUES (${lead.code}, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai'), 1)
    ON CONFLICT (agency_code, year) DO UPDATE SET last = serial.last + 1 RETURNING year, last
  ), before AS (
    SELECT count(*) FILTER (WHERE lead_agency_code = ${lead.code}) AS ours, count(*) AS everybody FROM filing
    WHERE enterprise_id = ${refs.enterpriseId}::uuid AND year = ${claims.year} AND status IN ${countedSql}
  )`;
}

const numberSql = ({ lead }: EntryFacts) =>
  Prisma.sql`replace(replace(${filingNoPattern(lead.shortName)}, '{year}', serial.year::text), '{n}', serial.last::text)`;

const isNoticeDue = ({ findings }: Verdict): boolean =>
  findings.some(({ rule, outcome }) => rule === 'territory-notice' && outcome === 'duty');

const takenSql = Prisma.sql`SELECT (SELECT count(*)::int FROM place) AS places, (SELECT count(*)::int FROM counted) AS lines,
  (SELECT count(*)::int FROM once) AS matters, (SELECT filing_no FROM settled) AS "filingNo", ${toldSql}`;

/** Runs a statement that files; nothing of it may be kept where a limit was taken meanwhile: the caller's transaction is judged anew. */
async function fileBy(tx: Statements, statement: Prisma.Sql, claims: Claims): Promise<Pick<Filed, 'filingNo' | 'told'>> {
  const [taken] = await tx.$queryRaw<Taken[]>(statement);
  if (!taken?.filingNo || !isClaimed(claims, taken)) throw new LimitTaken('a limit was taken meanwhile, or the filing moved on');
  return { filingNo: taken.filingNo, told: taken.told };
}

export type Settling = {
  readonly id: string;
  readonly from: 'submitted' | 'held';
  readonly to: 'filed' | 'filedWithCondition';
  readonly verdict: Verdict;
};

/** Files a stored request: takes its limits, its number and its code in one statement. Throws `LimitTaken` where that is too late. */
export async function settleFiling(tx: Statements, gathered: Gathered, { id, from, to, verdict }: Settling): Promise<Filed> {
  const { facts, refs } = gathered;
  const claims = claimsOf(gathered, verdict);
  const publicCode = newPublicCode();
  const statement = Prisma.sql`WITH ${claimsSql(claims, id, refs.enterpriseId)}, ${countsSql(gathered, claims)}, settled AS (
    UPDATE filing SET status = ${to}::filing_status, policy_id = ${refs.policyId}::uuid, verdict = ${JSON.stringify(verdict)}::jsonb,
      claims = ${JSON.stringify(claims)}::jsonb, approver_id = coalesce(${refs.approverId}::uuid, approver_id), approved_at = coalesce(approved_at, now()),
      filed_at = now(), public_code = ${publicCode}, nth_by_agency = before.ours + 1, nth_by_all = before.everybody + 1, filing_no = ${numberSql(facts)}
    FROM serial, before WHERE filing.id = ${id}::uuid AND filing.status = ${from}::filing_status RETURNING filing.id, filing_no
  ), ${noticeSql(refs, isNoticeDue(verdict))} ${takenSql}`;
  return { id, publicCode, ...(await fileBy(tx, statement, claims)) };
}

/** Stores and files in one statement what was approved before it came: `insertFiling` and `settleFiling` at once, and each row written once. */
export async function insertFiled(tx: Statements, judged: Judged, stored: Stored): Promise<Filed> {
  const { gathered, verdict } = judged;
  const sent = { id: newId(), ...stored };
  const claims = claimsOf(gathered, verdict);
  const publicCode = newPublicCode();
  const statement = Prisma.sql`WITH ${claimsSql(claims, sent.id, gathered.refs.enterpriseId)}, ${countsSql(gathered, claims)}, settled AS (
    INSERT INTO filing (${bornColumns}, status, claims, filed_at, public_code, nth_by_agency, nth_by_all, filing_no)
    SELECT ${bornSql(judged, sent)}, 'filed', ${JSON.stringify(claims)}::jsonb, now(), ${publicCode}, before.ours + 1, before.everybody + 1,
      ${numberSql(gathered.facts)} FROM ${visitSql(sent)}, serial, before RETURNING id, filing_no
  ), ${partsSql(judged, sent)}, ${noticeSql(gathered.refs, isNoticeDue(verdict))} ${takenSql}`;
  return { id: sent.id, publicCode, ...(await fileBy(tx, statement, claims)) };
}
