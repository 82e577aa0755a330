import 'server-only';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { lockReview } from '#features/review/commands/settle-lines.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, notPermitted, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { proposalKindWords, proposalLabels } from '../labels.ts';
import { matterFields, type ProposalDecision } from '../schema.ts';

const decided = '这份申请已经处理，请刷新后查看。';
const movedOn = '这个事项已经取消，或明天起已有新的一版；请核对后再办。';

async function loadProposal({ tx, scope }: Command<OfficeScope>, id: string) {
  const row = await tx.matterProposal.findFirst({
    where: { id, districtCode: scope.districtCode },
    include: { agency: { select: { kind: true } } },
  });
  return row ? { ...row, fields: matterFields.parse(row.fields) } : null;
}
type Proposal = NonNullable<Awaited<ReturnType<typeof loadProposal>>>;

/** The first code after those that the agency's line of work ever had. */
async function nextCode({ tx, scope }: Command<OfficeScope>, kind: string): Promise<string> {
  const rows = await tx.matter.findMany({
    where: { districtCode: scope.districtCode, agencyKind: kind },
    distinct: ['code'],
    select: { code: true },
  });
  const last = Math.max(0, ...rows.map(({ code }) => Number(/-(\d+)$/.exec(code)?.[1] ?? 0)));
  return `${kind}-${String(last + 1).padStart(3, '0')}`;
}

/** Ends the row in force; false where it is gone, or tomorrow's row stands already. */
async function endCurrent({ tx, scope }: Command<OfficeScope>, code: string, from: Date): Promise<boolean> {
  const where = { districtCode: scope.districtCode, code, publishedFrom: { lt: from }, publishedTo: null };
  const { count } = await tx.matter.updateMany({ where, data: { publishedTo: from } });
  return count === 1;
}

/** Puts the proposal into the catalogue from tomorrow: the old row ends, the new one begins. Gives the code, or null where it does not fit any more. */
async function apply(context: Command<OfficeScope>, { kind, agency, matterCode, fields }: Proposal, from: Date): Promise<string | null> {
  const agencyKind = agency.kind ?? '';
  if (matterCode !== null && !(await endCurrent(context, matterCode, from))) return null;
  const code = matterCode ?? (await nextCode(context, agencyKind));
  if (kind === 'withdraw') return code;
  const { specialField, mergeableGroup, ...words } = fields;
  const { districtCode } = context.scope;
  const place = { id: newId(), districtCode, code, agencyKind, publishedFrom: from };
  await context.tx.matter.create({
    data: { ...words, ...place, specialField: specialField === 'yes', mergeableGroup: mergeableGroup || null },
  });
  return code;
}

async function publish({ tx, scope, now }: Command<OfficeScope>, note: string, effectiveFrom: Date): Promise<number> {
  const { districtCode } = scope;
  const last = await tx.matterCatalogue.aggregate({ where: { districtCode }, _max: { version: true } });
  // The catalogue that came with the district is its first version.
  const version = (last._max.version ?? 1) + 1;
  await tx.matterCatalogue.create({ data: { id: newId(), districtCode, version, effectiveFrom, publishedAt: now, note } });
  return version;
}

function noticeFor({ kind, fields, proposedById }: Proposal, { decision, reason }: ProposalDecision): Notice {
  const text = `${proposalKindWords[kind]}事项「${fields.name}」${proposalLabels[decision].word}${reason ? `：${reason}` : ''}`;
  return { to: { userIds: [proposedById] }, text, href: '/matters' };
}

/** The office accepts or refuses a proposal; not the person who made it. What was accepted is in force from tomorrow, as a new version. */
export async function decideProposal(context: Command<OfficeScope>, input: ProposalDecision): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  await lockReview(tx, scope);
  const proposal = await loadProposal(context, input.proposal);
  if (!proposal) return notFound();
  if (proposal.proposedById === scope.actor.id) return notPermitted();
  const { count } = await tx.matterProposal.updateMany({
    where: { id: proposal.id, districtCode: scope.districtCode, status: 'open' },
    data: { status: input.decision, decidedAt: now, decidedById: scope.actor.id, decisionReason: input.reason },
  });
  if (count === 0) return stale(decided);
  const notices = [noticeFor(proposal, input)];
  if (input.decision === 'refused') {
    record('matter.refused', proposal.id, { reason: input.reason, notices });
    return ok(null);
  }
  const from = new Date(`${addDays(dayOf(now), 1)}T00:00:00Z`);
  const code = await apply(context, proposal, from);
  if (code === null) return stale(movedOn);
  const version = await publish(context, `${proposalKindWords[proposal.kind]} ${proposal.fields.name}`, from);
  record('matter.accepted', proposal.id, { matter: code, kind: proposal.kind, version, notices });
  return ok(null);
}
