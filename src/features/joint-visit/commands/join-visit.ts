import 'server-only';
import { faultOfJoining, type JointProposal, proposeJointVisits, sharedWindow } from '#domain/inspection/joint-proposal.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { apartWords } from '../labels.ts';
import { loadDueOutcomes, loadLimits, type OutcomeRow } from '../queries/load-due-outcomes.ts';
import type { VisitJoining } from '../schema.ts';
import { storeJointVisits } from './store-joint-visits.ts';

const movedOn = '这家企业的抽取结果已有变化，请刷新后再办。';
/** More wait for the next time: each visit is a record of its own. */
const atOnce = 200;

/** Takes, in order, the locks under which everything at these enterprises is filed; gives those of the district. */
async function lockEnterprises({ tx, scope }: Command<OfficeScope>, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT id FROM enterprise
    WHERE district_code = ${scope.districtCode} AND id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  return rows.map(({ id }) => id);
}

async function gatherLocked({ tx, scope }: Command<OfficeScope>, enterprises: readonly string[]) {
  const { districtCode } = scope;
  return { limits: await loadLimits(tx, districtCode), outcomes: await loadDueOutcomes(tx, { districtCode, enterprises }) };
}

/** The visit asked for with its lead first; null where nobody of that code takes part, or no day is common. */
function visitOf(parts: readonly OutcomeRow[], { enterprise, lead }: VisitJoining): JointProposal<OutcomeRow> | null {
  const window = sharedWindow(parts);
  const leading = parts.find(({ agency }) => agency === lead);
  return window && leading ? { ...window, enterprise, lead, parts: [leading, ...parts.filter((part) => part !== leading)] } : null;
}

/** Makes several agencies' outcomes at one enterprise one visit, filed by the lead that the office chose. */
export async function joinVisit(context: Command<OfficeScope>, input: VisitJoining): Promise<Outcome<{ id: string }>> {
  const locked = await lockEnterprises(context, [input.enterprise]);
  if (locked.length === 0) return notFound();
  const { limits, outcomes } = await gatherLocked(context, locked);
  const parts = outcomes.filter(({ outcome }) => input.outcomes.includes(outcome));
  if (parts.length !== new Set(input.outcomes).size || parts.length < 2) return stale(movedOn);
  const fault = faultOfJoining(parts, limits);
  if (fault) return stale(`不能合并：${apartWords[fault]}。请刷新后再办。`);
  const visit = visitOf(parts, input);
  if (!visit) return invalid({ lead: ['牵头单位应是其中一个单位'] });
  const [id = ''] = await storeJointVisits(context, [visit]);
  return ok({ id });
}

/** Joins everything as proposed, at most two hundred enterprises at a time. */
export async function joinAllVisits(context: Command<OfficeScope>): Promise<Outcome<{ joined: number }>> {
  const { tx, scope } = context;
  const { districtCode } = scope;
  const limits = await loadLimits(tx, districtCode);
  const seen = proposeJointVisits(await loadDueOutcomes(tx, { districtCode }), limits).proposals;
  const enterprises = [...new Set(seen.map(({ enterprise }) => enterprise))].slice(0, atOnce);
  const locked = await lockEnterprises(context, enterprises);
  const { proposals } = proposeJointVisits(await loadDueOutcomes(tx, { districtCode, enterprises: locked }), limits);
  if (proposals.length === 0) return stale('没有可以合并的企业，可能已由他人合并。');
  await storeJointVisits(context, proposals);
  return ok({ joined: proposals.length });
}
