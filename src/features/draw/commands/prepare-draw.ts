import 'server-only';
import { drawFormat, type PublicNumber } from '#domain/draw/record.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type DrawableEntry, gatherEntries, latestVoid, listUndrawn } from '../queries/gather-entries.ts';
import { measurePool } from '../queries/gather-pool.ts';
import { type DrawRules, loadDrawRules } from '../queries/load-rules.ts';
import type { DrawPreparation } from '../schema.ts';
import { isOverlapping, judgeSamples, refuseEntries, refuseNumber } from './judge-preparation.ts';

/** Takes the entries for this transaction, so that two who prepare for the same entry come one after the other; the first one given leads. */
export async function lockEntries(tx: Tx, districtCode: string, ids: readonly string[]): Promise<DrawableEntry[]> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM plan_entry WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  const found = await gatherEntries(tx, districtCode, ids);
  return ids.flatMap((id) => found.find((entry) => entry.id === id) ?? []);
}

/** Agencies with entries of their own at the same time are told that they may join. */
async function noticesOf(tx: Tx, [lead]: readonly DrawableEntry[], { rules, draw }: { rules: DrawRules; draw: string }): Promise<Notice[]> {
  if (!lead) return [];
  const [first] = lead.agencies;
  const others = await listUndrawn(rules.policy.districtCode, { lead: null, kinds: rules.policy.values.drawnKinds.value }, tx);
  const leads = others.filter((entry) => isOverlapping(lead, entry)).flatMap(({ agencies }) => agencies[0]?.agency ?? []);
  const agencyCodes = [...new Set(leads)].filter((code) => code !== first?.agency);
  if (agencyCodes.length === 0) return [];
  const text = `${first?.name}准备抽取“${lead.title}”，时间和本单位待抽的计划项重叠，可以加入一起抽`;
  return [{ to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes }, text, href: `/drawing/${draw}` }];
}

function numberOf({ lottery, issue, at }: DrawPreparation): PublicNumber | null {
  return lottery && issue && at ? { lottery, issue, at } : null;
}

async function store(
  { tx, scope, now }: Command<AgencyScope>,
  entries: readonly DrawableEntry[],
  more: { samples: readonly number[]; number: PublicNumber | null },
): Promise<string> {
  const [id, [lead]] = [newId(), entries];
  const place = { districtCode: scope.districtCode, agencyCode: scope.agencyCode, year: lead?.year ?? 0 };
  const who = { preparedAt: now, preparedById: scope.actor.id, previousId: latestVoid(entries)?.id ?? null };
  const publicNumber = more.number ?? Prisma.DbNull;
  await tx.draw.create({ data: { id, ...place, ...who, format: drawFormat, status: 'prepared', publicNumber } });
  await tx.drawEntry.createMany({
    data: entries.map((entry, position) => ({ drawId: id, planEntryId: entry.id, position, sample: more.samples[position] ?? 1 })),
  });
  return id;
}

/** Prepares a draw for entries that one's agency leads; nothing is public yet, and it can be discarded until it is frozen. */
export async function prepareDraw(context: Command<AgencyScope>, input: DrawPreparation): Promise<Outcome<{ draw: string }>> {
  const { tx, scope, now, record } = context;
  const ids = [...new Set([input.entry, ...input.also])];
  const entries = await lockEntries(tx, scope.districtCode, ids);
  if (entries.length < ids.length || entries.some(({ agencies }) => agencies[0]?.agency !== scope.agencyCode)) return notFound();
  const rules = await loadDrawRules(scope.districtCode, tx);
  const refused = refuseEntries(entries, rules);
  if (refused) return refused;
  const number = numberOf(input);
  const late = refuseNumber(number, { rules, now });
  if (late) return invalid({ at: [late] });
  const measure = await measurePool(tx, { districtCode: scope.districtCode, entries, policy: rules.policy.values });
  const { samples, faults } = judgeSamples(entries, { wanted: [input.sample], measure, rules });
  if (faults.length > 0) return invalid({ sample: faults });
  const draw = await store(context, entries, { samples, number });
  const notices = await noticesOf(tx, entries, { rules, draw });
  record('draw.prepared', draw, { entries: entries.map(({ no }) => no), samples, publicNumber: number, notices });
  return ok({ draw });
}
