import 'server-only';
import type { z } from 'zod';
import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import type { RuleId, Verdict } from '#domain/law/verdict.ts';
import { type Told, territoryNotices } from '#features/territory/commands/notice-sql.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale, unlawful } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type filingDecision, storedRequest } from '../schema.ts';
import { judgeRequest, lockVisited } from './judge-request.ts';
import { releaseFiling } from './release-filing.ts';
import { settleFiling } from './store-filing.ts';
import { forbiddenRules } from './store-refusal.ts';
import { noticesOfEnd } from './tell-ended.ts';

type Decision = z.output<typeof filingDecision>;

const movedOn = '这件备案的状态已经变化，请刷新后再办。';
const heldFields = {
  status: true,
  verdict: true,
  leadAgencyCode: true,
  channel: true,
  authorId: true,
  request: true,
  approvedAt: true,
  approver: { select: { credentialNo: true } },
  enterprise: { select: { name: true } },
} as const;

async function loadHeld({ tx, scope }: Command<OfficeScope>, id: string) {
  return tx.filing.findFirst({ where: { id, districtCode: scope.districtCode }, select: heldFields });
}
type Held = NonNullable<Awaited<ReturnType<typeof loadHeld>>>;

const heldRules = (verdict: Verdict) => verdict.findings.flatMap(({ rule, outcome }) => (outcome === 'held' ? [rule] : []));

/** What needs the office's consent now and did not when the filing was held: consent to the one is none to the other. */
function newlyHeld(before: unknown, now: Verdict): RuleId[] {
  const known = heldRules(before as Verdict);
  return heldRules(now).filter((rule) => !known.includes(rule));
}

/** Keeps the fresh verdict and asks the office to look again. */
async function reconsider(
  { tx, scope, record }: Command<OfficeScope>,
  id: string,
  { verdict, added }: { verdict: Verdict; added: readonly RuleId[] },
): Promise<Outcome<never>> {
  await tx.filing.updateMany({
    where: { id, districtCode: scope.districtCode, status: 'held' },
    data: { verdict: JSON.parse(JSON.stringify(verdict)) },
  });
  record('filing.rejudged', id, { added });
  return stale(`情况有变化，${added.map(titleOfRule).join('、')}也须处理。判定已更新，请看过再办。`);
}

/** Judges a held filing once more, as of now: the law may have overtaken it while it waited. */
async function fileHeld(context: Command<OfficeScope>, held: Held, { filing: id, decision }: Decision): Promise<Outcome<{ told: Told }>> {
  const { tx, scope, record } = context;
  const place = { districtCode: scope.districtCode, agencyCode: held.leadAgencyCode };
  const by = held.approver?.credentialNo ?? '';
  const approval = held.approvedAt && { by, at: held.approvedAt, isFiler: false, isDeclared: held.channel === 'api' };
  const request = { ...storedRequest.parse(held.request), lead: held.leadAgencyCode, approval };
  const judged = await judgeRequest(tx, place, { request });
  if (!judged) return notFound();
  if (judged.verdict.kind === 'forbidden') {
    record('filing.decisionRefused', id, { rules: forbiddenRules(judged.verdict) });
    return unlawful(judged.verdict);
  }
  const added = newlyHeld(held.verdict, judged.verdict);
  if (added.length > 0) return reconsider(context, id, { verdict: judged.verdict, added });
  const to = decision === 'filedWithCondition' ? decision : 'filed';
  return ok(await settleFiling(tx, judged.gathered, { id, from: 'held', to, verdict: judged.verdict }));
}

function noticeOf(held: Held, input: Decision): Notice {
  const word = { filed: '办公室已同意备案', filedWithCondition: '附条件备案', returned: '已退回' }[input.decision];
  const text = `${held.enterprise.name}：${word}，${input.reason}`;
  const to = held.authorId ? { userIds: [held.authorId] } : { roles: ['agencyHead' as const], agencyCodes: [held.leadAgencyCode] };
  return { to, text, href: `/filings/${input.filing}` };
}

/** The office's opinion on a held filing: filed, filed with a condition, or returned; always with a reason. */
export async function decideFiling(context: Command<OfficeScope>, input: Decision): Promise<Outcome<{ id: string }>> {
  const { tx, scope, now, record } = context;
  await lockVisited(tx, scope, input.filing);
  const held = await loadHeld(context, input.filing);
  if (!held) return notFound();
  if (held.status !== 'held') return stale(movedOn);
  const filed = input.decision === 'returned' ? null : await fileHeld(context, held, input);
  if (filed && !filed.ok) return filed;
  const opinion = { remark: input.reason, decidedAt: now, decidedById: scope.actor.id, status: input.decision };
  const from = input.decision === 'returned' ? 'held' : input.decision;
  const { count } = await tx.filing.updateMany({
    where: { id: input.filing, districtCode: scope.districtCode, status: from },
    data: opinion,
  });
  if (count === 0) return stale(movedOn);
  const notices = [noticeOf(held, input), ...territoryNotices(filed?.value.told, held.enterprise.name)];
  record('filing.decided', input.filing, { decision: input.decision, reason: input.reason, notices });
  return ok({ id: input.filing });
}

/** The office's director takes a filing out of force: its code stops being genuine at once. */
export async function revokeFiling(
  { tx, scope, record }: Command<OfficeScope>,
  input: { filing: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  const found = await tx.filing.count({ where: { id: input.filing, districtCode: scope.districtCode } });
  if (found === 0) return notFound();
  await lockVisited(tx, scope, input.filing);
  const from = ['filed', 'filedWithCondition'];
  const moved = await releaseFiling(tx, scope, { id: input.filing, from, to: 'revoked', remark: input.reason });
  if (!moved) return stale(movedOn);
  const notices = await noticesOfEnd(tx, input.filing, { words: '备案已被撤销', reason: input.reason });
  record('filing.revoked', input.filing, { reason: input.reason, notices });
  return ok({ id: input.filing });
}
