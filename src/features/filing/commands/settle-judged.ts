import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { computeDue } from '#domain/calendar/working-day.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { territoryNotices } from '#features/territory/commands/notice-sql.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { Gathered } from '../queries/gather-entry-facts.ts';
import type { Judged } from './judge-request.ts';
import { type Filed, settleFiling } from './store-filing.ts';

/** What came of a lawful request: filed with number and code, or held for the office. */
export type Settled = {
  readonly id: string;
  readonly status: 'filed' | 'held';
  readonly filingNo: string | null;
  readonly publicCode: string | null;
  readonly verdict: Verdict;
};

type Told = { readonly id: string; readonly authorId: string | null };
type Which = Told & { readonly from: 'submitted' };

/** Keeps a request for the office, with the working day by which it has to decide. */
async function holdFiling(tx: Statements, { facts, refs }: Gathered, held: { id: string; verdict: Verdict }): Promise<void> {
  const due = computeDue(facts.calendar, dayOf(facts.now), facts.policy.values.officeHandlingWorkingDays.value);
  const count = await tx.$executeRaw(Prisma.sql`UPDATE filing SET status = 'held', held_at = now(), held_due_day = ${due.day}::date,
    policy_id = ${refs.policyId}::uuid, verdict = ${JSON.stringify(held.verdict)}::jsonb,
    approver_id = coalesce(${refs.approverId}::uuid, approver_id), approved_at = coalesce(approved_at, now())
    WHERE id = ${held.id}::uuid AND status = 'submitted'`);
  if (count === 0) throw new LimitTaken('the filing moved on meanwhile');
}

/** Tells the filer; for a filing of the agency's own system the head who is said to have approved; and the heads of those who join. */
function noticesFor({ facts }: Gathered, { id, authorId }: Told, text: string): Notice[] {
  const href = `/filings/${id}`;
  const words = `${facts.enterprise.name}：${text}`;
  const heads = (agencyCodes: string[]) => ({ roles: ['agencyHead' as const], agencyCodes });
  const sender = authorId
    ? { to: { userIds: [authorId] }, text: words, href }
    : { to: heads([facts.lead.code]), text: `${words}（接口报送，请核对）`, href };
  const partners = facts.coAgencies.map(({ code }) => code);
  return partners.length === 0
    ? [sender]
    : [sender, { to: heads(partners), text: `${words}（${facts.lead.shortName}牵头，贵单位协同）`, href }];
}

/** Records that a request was filed, and tells those whom it concerns. */
export function tellFiled(
  { record }: Command<AgencyScope, Statements>,
  { gathered, verdict }: Judged,
  { filed, authorId }: { filed: Filed; authorId: string | null },
): Outcome<Settled> {
  const { told, ...numbered } = filed;
  const notices = [
    ...noticesFor(gathered, { id: filed.id, authorId }, `已备案，${filed.filingNo}`),
    ...territoryNotices(told, gathered.facts.enterprise.name),
  ];
  record('filing.filed', filed.id, { filingNo: filed.filingNo, policy: verdict.policy, notices });
  return ok({ ...numbered, status: 'filed', verdict });
}

/** The machine's part after a lawful verdict: `allowed` and `exempt` are filed at once, `held` goes to the office. */
export async function settleJudged(
  context: Command<AgencyScope, Statements>,
  { gathered, verdict }: Judged,
  which: Which,
): Promise<Outcome<Settled>> {
  const { tx, record } = context;
  const { id } = which;
  if (verdict.kind === 'held') {
    await holdFiling(tx, gathered, { id, verdict });
    const office: Notice = {
      to: { roles: ['officeClerk', 'officeDirector'] },
      text: `${gathered.facts.enterprise.name}：备案待处理`,
      href: `/filings/${id}`,
    };
    record('filing.held', id, { policy: verdict.policy, notices: [office, ...noticesFor(gathered, which, '已转办公室处理')] });
    return ok({ id, status: 'held', filingNo: null, publicCode: null, verdict });
  }
  const filed = await settleFiling(tx, gathered, { id, from: which.from, to: 'filed', verdict });
  return tellFiled(context, { gathered, verdict }, { filed, authorId: which.authorId });
}
