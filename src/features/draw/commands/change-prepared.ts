import 'server-only';
import type { Command } from '#platform/command.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type DrawableEntry, gatherEntries } from '../queries/gather-entries.ts';
import { measurePool } from '../queries/gather-pool.ts';
import { loadDrawRules } from '../queries/load-rules.ts';
import type { DrawEntryChoice, DrawId } from '../schema.ts';
import { isOverlapping, judgeSamples, refuseEntries } from './judge-preparation.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';
import { lockEntries } from './prepare-draw.ts';

type Changed = Promise<Outcome<{ draw: string }>>;
const mostTogether = 10;
const frozenAlready = () => stale('名单已经冻结，不能再改。冻结前的改动都在记录里。');

/** The agency's own entry; those of others are not found. */
async function findOwn({ tx, scope }: Command<AgencyScope>, id: string): Promise<DrawableEntry | null> {
  const [entry] = await lockEntries(tx, scope.districtCode, [id]);
  return entry?.agencies[0]?.agency === scope.agencyCode ? entry : null;
}

function refuseJoin(draw: LockedDraw, [entry, lead]: readonly (DrawableEntry | undefined)[]): Outcome<never> | null {
  if (draw.entries.length >= mostTogether) return stale(`一次最多一起抽 ${mostTogether} 项。`);
  if (!entry || !lead || isOverlapping(lead, entry)) return null;
  return invalid({ entry: [`${entry.no} 的检查时间和 ${lead.no} 不重叠，不能一起抽`] });
}

/** An agency's filer lets an entry of its own be drawn in a draw that is prepared, or changes how many are drawn for it. */
export async function joinDraw(context: Command<AgencyScope>, input: DrawEntryChoice): Changed {
  const { tx, scope, record } = context;
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  const entry = draw && (await findOwn(context, input.entry));
  if (!draw || !entry) return notFound();
  if (draw.status !== 'prepared') return frozenAlready();
  const rules = await loadDrawRules(scope.districtCode, tx);
  const isNew = draw.entries.every(({ id }) => id !== entry.id);
  const [lead] = await gatherEntries(tx, scope.districtCode, [draw.entries[0]?.id ?? '']);
  const refused = isNew ? (refuseEntries([entry], rules) ?? refuseJoin(draw, [entry, lead])) : null;
  if (refused) return refused;
  const measure = await measurePool(tx, { districtCode: scope.districtCode, entries: [entry], policy: rules.policy.values });
  const { samples, faults } = judgeSamples([entry], { wanted: [input.sample], measure, rules });
  if (faults.length > 0) return invalid({ sample: faults });
  const [key, sample] = [{ drawId: draw.id, planEntryId: entry.id }, samples[0] ?? 1];
  const position = Math.max(...draw.entries.map((each) => each.position)) + 1;
  await tx.drawEntry.upsert({ where: { drawId_planEntryId: key }, create: { ...key, position, sample }, update: { sample } });
  record('draw.joined', draw.id, { entry: entry.no, sample });
  return ok({ draw: draw.id });
}

/** Takes an entry out of a prepared draw: its own agency or the one that leads; the entry that leads stays. */
export async function leaveDraw({ tx, scope, record }: Command<AgencyScope>, input: DrawEntryChoice): Changed {
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  const part = draw?.entries.find(({ id }) => id === input.entry);
  if (!draw || !part || ![draw.agencyCode, part.agency].includes(scope.agencyCode)) return notFound();
  if (draw.status !== 'prepared') return frozenAlready();
  if (part === draw.entries[0]) return stale('这是牵头的计划项。不抽了请删除这次准备。');
  await tx.drawEntry.deleteMany({ where: { drawId: draw.id, planEntryId: part.id } });
  record('draw.parted', draw.id, { entry: part.id });
  return ok({ draw: draw.id });
}

/** Discards a draw that nobody outside has seen yet; a frozen one can only be made void. */
export async function discardDraw({ tx, scope, record }: Command<AgencyScope>, input: DrawId): Changed {
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (draw?.agencyCode !== scope.agencyCode) return notFound();
  if (draw.status !== 'prepared') return stale('名单已经冻结并公开，不能删除。确需停止请主任作废。');
  await tx.drawEntry.deleteMany({ where: { drawId: draw.id } });
  await tx.draw.deleteMany({ where: { id: draw.id, districtCode: scope.districtCode, status: 'prepared' } });
  record('draw.discarded', draw.id, { entries: draw.entries.map(({ id }) => id) });
  return ok({ draw: draw.id });
}
