import 'server-only';
import type { ReplacementReason } from '#domain/draw/lifecycle.ts';
import type { DrawResult, FrozenRecord } from '#domain/draw/record.ts';
import { type NextInOrder, nextInOrder } from '#domain/draw/replace.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { hmacWith } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { findFilings } from '../queries/find-filings.ts';
import { readPlaces } from '../queries/read-places.ts';
import type { Addition, Replacement } from '../schema.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';
import { storeTargets } from './publish-draw.ts';

type Done = Promise<Outcome<{ draw: string }>>;

/** Rows of the draw's outcomes, those replaced included. */
type Placed = { readonly id: string; readonly entry: string; readonly uscc: string; readonly position: number; readonly standing: boolean };
type Stored = {
  readonly frozen: string;
  readonly result: string;
  readonly seed: string;
  readonly placed: readonly Placed[];
  /** How many standing targets each inspector has, by credential, the one that falls away left out. */
  readonly given: readonly { readonly officer: string; readonly targets: number }[];
};

async function gather(tx: Tx, draw: string, gone: string | null): Promise<Stored> {
  const [row] = await tx.$queryRaw<Stored[]>(Prisma.sql`SELECT record.frozen, result.result, result.seed,
      (SELECT json_agg(json_build_object('id', outcome.id, 'entry', plan_entry_id, 'uscc', uscc, 'position', position, 'standing', replaced_at IS NULL))
        FROM draw_outcome outcome JOIN enterprise ON enterprise.id = enterprise_id WHERE outcome.draw_id = record.draw_id) AS placed,
      (SELECT coalesce(json_agg(json_build_object('officer', officer, 'targets', targets)), '[]') FROM (
        SELECT credential_no AS officer, count(*)::int AS targets FROM draw_assignment assignment
        JOIN draw_outcome outcome ON outcome.id = outcome_id JOIN inspector ON inspector.id = inspector_id
        WHERE outcome.draw_id = record.draw_id AND replaced_at IS NULL AND outcome.id IS DISTINCT FROM ${gone}::uuid GROUP BY 1) load) AS given
    FROM draw_record record JOIN draw_result result USING (draw_id) WHERE draw_id = ${draw}::uuid`);
  if (!row) throw new Error('a published draw has no result');
  return row;
}

/** The next in the entry's order, computed from record and seed as everybody can. */
function findNext(draw: LockedDraw, stored: Stored, entry: string): NextInOrder {
  const at = draw.entries.findIndex(({ id }) => id === entry);
  const { outcomes } = JSON.parse(stored.result) as DrawResult;
  const frozen = JSON.parse(stored.frozen) as FrozenRecord;
  const own = stored.placed.filter((placed) => placed.entry === entry);
  const { reserves = [] } = outcomes[at] ?? {};
  const given = new Map(stored.given.map(({ officer, targets }) => [officer, targets]));
  return nextInOrder({ frozen, entry: at, reserves, used: new Set(own.map(({ uscc }) => uscc)), given }, hmacWith(stored.seed));
}

function sayNoNext(next: Exclude<NextInOrder, { kind: 'next' }>): string {
  if (next.kind === 'exhausted') return '候补顺位已经用完。请按计划重新准备抽取。';
  return `后面 100 家都没有可派的执法人员（回避、轮换、范围或人次已满），到 ${next.id} 为止。请作废，补足人员后重新抽取。`;
}

type Filling = { readonly entry: string; readonly outcome: string | null; readonly reason: ReplacementReason; readonly note: string };

/** Whoever was passed over is told beside the reason, for ever. */
function noteOf({ note }: Filling, passed: readonly string[]): string {
  if (passed.length === 0) return note;
  const told = passed.slice(0, 20).join('、');
  return `${note}（顺位在前的${told}${passed.length > 20 ? `等 ${passed.length} 家` : ''}没有可派的执法人员，依次跳过）`;
}

async function markReplaced({ tx, scope, now }: Command<OfficeScope>, { outcome, reason, note }: Filling): Promise<boolean> {
  if (outcome === null) return true;
  const { count } = await tx.drawOutcome.updateMany({
    where: { id: outcome, replacedAt: null, jointVisitId: null },
    data: { replacedAt: now, replacedById: scope.actor.id, replacedReason: reason, replacedNote: note },
  });
  return count > 0;
}

async function fill(context: Command<OfficeScope>, draw: LockedDraw, filling: Filling): Done {
  const { tx, record } = context;
  const stored = await gather(tx, draw.id, filling.outcome);
  const next = findNext(draw, stored, filling.entry);
  if (next.kind !== 'next') return stale(sayNoNext(next));
  const note = noteOf(filling, next.passed);
  if (!(await markReplaced(context, { ...filling, note }))) return stale('这一家已经递补，或在联合检查里。联合检查请先拆开。');
  const position = Math.max(...stored.placed.filter(({ entry }) => entry === filling.entry).map((placed) => placed.position)) + 1;
  const users = await storeTargets(tx, draw, [{ entryId: filling.entry, position, uscc: next.id, officers: next.officers }]);
  const lead = draw.entries.find(({ id }) => id === filling.entry)?.agency ?? draw.agencyCode;
  const href = `/draws/${draw.districtCode}/${draw.year}-${draw.serial}`;
  const notices = [
    {
      to: { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: [lead] },
      text: `${draw.no}有递补，第 ${position} 位`,
      href,
    },
    { to: { userIds: users }, text: `您被抽中参加${draw.no}递补的检查`, href },
  ];
  const gone = stored.placed.find(({ id }) => id === filling.outcome)?.uscc ?? null;
  const { id, key, officers, passed } = next;
  const detail = { gone, next: id, key, officers, passed, position, reason: filling.reason, note };
  record('draw.replaced', draw.id, { ...detail, poolHash: draw.poolHash, seed: stored.seed, notices });
  return ok({ draw: draw.id });
}

const notPublished = () => stale('结果公布以后才能递补。');

/** The next in order takes the place of a target that cannot be visited; nobody chooses who it is. */
export async function replaceTarget(context: Command<OfficeScope>, input: Replacement): Done {
  const { tx, scope } = context;
  const where = { id: input.outcome, draw: { districtCode: scope.districtCode } };
  const outcome = await tx.drawOutcome.findFirst({ where, select: { drawId: true, planEntryId: true } });
  const draw = outcome && (await lockDraw(tx, { districtCode: scope.districtCode, id: outcome.drawId }));
  if (!outcome || !draw) return notFound();
  if (draw.status !== 'published') return notPublished();
  if (draw.poolHash === null) return stale('启用本规程前登记的结果没有候补顺位。');
  const filings = await findFilings(tx, { outcome: input.outcome });
  if (filings.length > 0) return stale(`这一家已经备案（${filings.join('、')}）。请先撤回备案，再递补。`);
  return fill(context, draw, { entry: outcome.planEntryId, ...input });
}

/** One more target, the next in order, only as far as the plan has grown since the freeze: nobody chooses the size knowing the order. */
export async function addTarget(context: Command<OfficeScope>, input: Addition): Done {
  const { tx, scope } = context;
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (!draw?.entries.some(({ id }) => id === input.entry)) return notFound();
  if (draw.status !== 'published' || draw.poolHash === null) return notPublished();
  const { frozen, now, sample, standing } = await readPlaces(tx, draw.id, input.entry);
  if (standing - sample >= now - frozen) {
    return stale(`冻结时计划 ${frozen} 家，现行计划 ${now} 家，已增抽 ${standing - sample} 家。看过顺位以后，只能按计划增加的户数增抽。`);
  }
  return fill(context, draw, { entry: input.entry, outcome: null, reason: 'quotaRaised', note: input.note });
}
