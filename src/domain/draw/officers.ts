import { type Assigning, type Assignment, type Missing, type Prepared, prepareTasks, type Task } from './assigning.ts';
import { findMissing, openQuestions, type Question } from './questions.ts';
import type { FrozenRecord } from './record.ts';
import { findTeam, rangeOf } from './team.ts';
import { compareText } from './write-record.ts';

/** Every pair of target and inspector whose rank is asked for. */
export function pairsToRank(frozen: FrozenRecord, tasks: readonly Task[]): { target: string; officer: string }[] {
  const { candidates } = prepareTasks({ frozen, tasks, given: new Map() });
  const pairs = tasks.flatMap(({ target }, index) =>
    (candidates[index] ?? []).map(({ officer }) => ({ target, officer: frozen.inspectors[officer]?.id ?? '' })),
  );
  return [...new Map(pairs.map((pair) => [`${pair.target} ${pair.officer}`, pair])).values()];
}

/** What lacks for these tasks, without drawing: also a fair question before a pool is frozen, with targets that nobody is recused from. */
export function missingOfficers(asked: Omit<Assigning, 'rankOf'>): Missing[] {
  const whole = { ...asked, rankOf: () => '' };
  const prepared = prepareTasks(asked);
  return findMissing(whole, prepared, openQuestions(whole, prepared));
}

type Loads = Map<string, number>;

// Fewest targets first, then by lot.
function rankCandidates({ frozen, tasks, rankOf }: Assigning, { candidates }: Prepared, { task, given }: { task: number; given: Loads }) {
  const target = tasks[task]?.target ?? '';
  const all = (candidates[task] ?? []).map((candidate) => {
    const id = frozen.inspectors[candidate.officer]?.id ?? '';
    return { ...candidate, id, load: given.get(id) ?? 0, rank: rankOf(target, id) };
  });
  const free = all.filter(({ load }) => load < frozen.targetsPerOfficer);
  return free.sort((one, other) => one.load - other.load || compareText(one.rank, other.rank) || compareText(one.id, other.id));
}

function holdIn(flows: readonly Question['flow'][]) {
  return {
    take(officer: number): boolean {
      const refusing = flows.findIndex((flow) => !flow.take(officer));
      if (refusing < 0) return true;
      for (const flow of flows.slice(0, refusing)) flow.giveBack(officer);
      return false;
    },
    giveBack(officer: number): void {
      for (const flow of flows) flow.giveBack(officer);
    },
  };
}

function placeTask(
  asked: Assigning,
  prepared: Prepared,
  at: { task: number; given: Loads; questions: readonly Question[] },
): string[] | null {
  const { entry } = asked.tasks[at.task] ?? { entry: -1 };
  const of = asked.frozen.entries[entry];
  if (!of) return null;
  for (const { flow, tasks } of at.questions) flow.drop(tasks.indexOf(at.task));
  const hold = holdIn(at.questions.map(({ flow }) => flow));
  const ranked = rankCandidates(asked, prepared, at);
  const team = findTeam(ranked, { members: of.officers, all: rangeOf(of).all }, hold);
  return team?.map((officer) => asked.frozen.inspectors[officer]?.id ?? '') ?? null;
}

type Placing =
  | { readonly teams: Map<number, string[]>; readonly given: Loads }
  | { readonly stuck: number }
  | { readonly missing: Missing[] };

function placeInOrder(asked: Assigning, prepared: Prepared, order: readonly number[]): Placing {
  const questions = openQuestions(asked, prepared);
  const missing = findMissing(asked, prepared, questions);
  if (missing.length > 0) return { missing };
  const given: Loads = new Map(asked.given);
  const teams = new Map<number, string[]>();
  for (const task of order) {
    const team = placeTask(asked, prepared, { task, given, questions });
    if (!team) return { stuck: task };
    teams.set(task, team);
    for (const id of team) given.set(id, (given.get(id) ?? 0) + 1);
  }
  return { teams, given };
}

function stuckAt({ frozen, tasks }: Assigning, prepared: Prepared, task: number): Missing {
  const { entry, target } = tasks[task] ?? { entry: -1, target: '' };
  const { agencies = [], officers = 0 } = frozen.entries[entry] ?? {};
  return { cause: 'places', agencies, targets: [target], needed: officers, available: prepared.candidates[task]?.length ?? 0 };
}

/** How many targets may be served first. */
const mostMoved = 20;

/**
 * Gives every target its inspectors: for each in order the first team, by (targets already given, rank), that suits it and leaves all
 * questions about the targets after it answered yes. A target for which no team is left is served first, once, and all begins anew.
 */
export function assignOfficers(asked: Assigning): Assignment {
  const prepared = prepareTasks(asked);
  const first: number[] = [];
  for (;;) {
    const order = [...first, ...[...asked.tasks.keys()].filter((task) => !first.includes(task))];
    const placing = placeInOrder(asked, prepared, order);
    if ('missing' in placing) return { kind: 'infeasible', missing: placing.missing };
    if ('teams' in placing) {
      return { kind: 'assigned', teams: asked.tasks.map((_, task) => placing.teams.get(task) ?? []), given: placing.given };
    }
    if (first.includes(placing.stuck) || first.length === mostMoved)
      return { kind: 'infeasible', missing: [stuckAt(asked, prepared, placing.stuck)] };
    first.unshift(placing.stuck);
  }
}
