import 'server-only';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { missingIn, requestOfDraft } from '../schema/draft-request.ts';
import { type DraftForm, draftBody } from '../schema.ts';
import type { Sender } from './filing-row-sql.ts';
import { judgeRequest, lockEnterprise } from './judge-request.ts';
import { filerOf, saveDraft } from './keep-draft.ts';
import { insertFiling } from './store-filing.ts';
import { refuse } from './store-refusal.ts';

/** The draft as it now stands, with whose enterprise it is. */
async function loadDraft({ tx, scope }: Command<AgencyScope>, id: string) {
  const where = { id, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  return tx.filingDraft.findFirstOrThrow({ where, include: { enterprise: { select: { uscc: true, name: true } } } });
}

/** The person who fills in the form, with the telephone from the register. */
async function loadSender({ tx, scope }: Command<AgencyScope>): Promise<Sender> {
  const { id, name } = filerOf(scope);
  const { phone } = await tx.user.findUniqueOrThrow({ where: { id }, select: { phone: true } });
  return { channel: 'form', authorId: id, name, phone };
}

function noticeForHeads(scope: AgencyScope, enterprise: string, id: string): Notice {
  return { to: { roles: ['agencyHead'], agencyCodes: [scope.agencyCode] }, text: `${enterprise}：备案待批准`, href: `/filings/${id}` };
}

/** Keeps the form, judges it, and sends it to the unit's responsible leader. A forbidden one stays a draft; the attempt is kept. */
export async function submitFiling(context: Command<AgencyScope>, input: DraftForm): Promise<Outcome<{ id: string }>> {
  const { tx, scope, record, now } = context;
  const saved = await saveDraft(context, input);
  if (!saved.ok) return saved;
  const draft = await loadDraft(context, input.draft);
  const body = draftBody.parse(draft.body);
  const request = requestOfDraft(body, { enterprise: draft.enterprise.uscc, agency: scope.agencyCode, approval: 'pending' });
  const missing = missingIn(body);
  if (!request || Object.keys(missing).length > 0) return invalid(missing);
  await lockEnterprise(tx, scope, draft.enterprise.uscc);
  const judged = await judgeRequest(tx, scope, { request });
  if (!judged) return notFound();
  if (judged.verdict.kind === 'forbidden') return refuse(context, judged, { request, channel: 'form' });
  const id = await insertFiling(tx, judged, { request, now, sender: await loadSender(context) });
  await tx.filingDraft.deleteMany({ where: { id: input.draft, agencyCode: scope.agencyCode } });
  const { kind, policy } = judged.verdict;
  record('filing.submitted', id, { verdict: kind, policy, notices: [noticeForHeads(scope, draft.enterprise.name, id)] });
  return ok({ id });
}
