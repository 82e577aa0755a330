import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFrozen } from '#support/arbitrary-draw.ts';
import { drawnWith, frozenWith, hash, hmac } from '#support/frozen-draw.ts';
import type { Task } from './assigning.ts';
import { openFlow } from './flow.ts';
import { assignOfficers, missingOfficers } from './officers.ts';
import type { FrozenRecord, Officer } from './record.ts';
import { nextInOrder } from './replace.ts';
import { fewestOfficers } from './team.ts';
import { sortFrozen } from './write-record.ts';

const rankOf = (target: string, officer: string) => hash(`${target} ${officer}`);

/** Whether the demands can be met, by trying everything. */
function canMeet(places: readonly number[], demands: readonly { groups: readonly (readonly number[])[]; free: number }[]): boolean {
  const [first, ...rest] = demands;
  if (!first) return true;
  const any = [...new Set(first.groups.flat())];
  const slots = [...first.groups, ...Array.from({ length: first.free }, () => any)];
  const fill = (slot: number, taken: readonly number[]): boolean => {
    const choices = slots[slot];
    if (!choices)
      return canMeet(
        places.map((left, officer) => left - (taken.includes(officer) ? 1 : 0)),
        rest,
      );
    return choices.some((officer) => !taken.includes(officer) && (places[officer] ?? 0) > 0 && fill(slot + 1, [...taken, officer]));
  };
  return fill(0, []);
}

describe('the flow', () => {
  // Groups of one demand share nobody, as agencies do.
  const demand = fc.record({
    groups: fc.tuple(fc.subarray([0, 1, 2]), fc.subarray([3, 4])).map(([one, other]) => (other.length > 0 ? [one, other] : [one])),
    free: fc.nat(1),
  });
  const problem = fc.record({
    places: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
    demands: fc.array(demand, { minLength: 1, maxLength: 4 }),
    taken: fc.array(fc.nat(4), { maxLength: 6 }),
  });

  type Problem = { places: readonly number[]; demands: Parameters<typeof canMeet>[1] };
  const takeAll = (flow: ReturnType<typeof openFlow>, { places, demands }: Problem, taken: readonly number[]) => {
    let left = places;
    for (const officer of taken) {
      const after = left.map((count, index) => count - (index === officer ? 1 : 0));
      const isPossible = (after[officer] ?? 0) >= 0 && canMeet(after, demands);
      expect(flow.take(officer)).toBe(isPossible);
      // Given back and taken again, nothing has changed.
      if (isPossible) flow.giveBack(officer);
      expect(flow.take(officer)).toBe(isPossible);
      if (isPossible) left = after;
    }
  };

  it('says yes where trying everything says yes, also after demands and places were taken away', () => {
    fc.assert(
      fc.property(problem, ({ places, demands, taken }) => {
        const flow = openFlow(places, demands);
        expect(flow.shortage === null).toBe(canMeet(places, demands));
        if (flow.shortage) return;
        flow.drop(0);
        takeAll(flow, { places, demands: demands.slice(1) }, taken);
      }),
      { numRuns: 500 },
    );
  });

  it('names the smallest set that lacks places', () => {
    const rich = { groups: [[0, 1]], free: 0 };
    const poor = { groups: [[2]], free: 0 };
    expect(openFlow([1, 1, 1], [rich, poor, poor, rich]).shortage).toEqual({
      parts: [
        { demand: 1, group: 0 },
        { demand: 2, group: 0 },
      ],
      needed: 2,
      available: 1,
    });
  });
});

const one = (change: Partial<FrozenRecord> = {}) => {
  const [entry] = frozenWith().entries;
  if (!entry) throw new Error('no entry');
  return frozenWith({ entries: [{ ...entry, agencies: [{ agency: '431103-amr', groups: ['amr-food'] }] }], ...change });
};
const officer = (id: string, change: Partial<Officer> = {}): Officer => ({
  ...{ id, agency: '431103-amr', groups: ['amr-food'], recused: [], visitedLast: [] },
  ...change,
});
const tasksFor = (...targets: string[]): Task[] => targets.map((target) => ({ entry: 0, target }));
const assign = (frozen: FrozenRecord, tasks: readonly Task[], given: [string, number][] = []) =>
  assignOfficers({ frozen, tasks, given: new Map(given), rankOf });

describe('assigning inspectors', () => {
  it.each<[string, Officer[], number, [string, number][], boolean]>([
    ['two who may go', [officer('a'), officer('b')], 1, [], true],
    ['one alone', [officer('a')], 1, [], false],
    ['one of them is recused', [officer('a'), officer('b', { recused: ['t1'] })], 1, [], false],
    ['one of them is recused elsewhere', [officer('a'), officer('b', { recused: ['t2'] })], 1, [], true],
    ['one of them was there the last time', [officer('a'), officer('b', { visitedLast: ['t1'] })], 1, [], false],
    ['one of them is out of range', [officer('a'), officer('b', { groups: ['amr-equipment'] })], 1, [], false],
    ['one of them is of another agency', [officer('a'), officer('b', { agency: '431103-fire' })], 1, [], false],
    ['one of them has as many as allowed', [officer('a'), officer('b')], 2, [['b', 2]], false],
    ['one of them has one less than allowed', [officer('a'), officer('b')], 2, [['b', 1]], true],
  ])('%s', (_what, inspectors, targetsPerOfficer, given, isAssigned) =>
    expect(assign(one({ inspectors, targetsPerOfficer }), tasksFor('t1'), given).kind).toBe(isAssigned ? 'assigned' : 'infeasible'),
  );

  it('ranges are covered together, each by the own agency', () => {
    const inspectors = [officer('a'), officer('b'), officer('c', { groups: ['amr-equipment'] })];
    const done = assign(frozenWith({ inspectors }), tasksFor('t1', 't2', 't3'));
    expect(done).toMatchObject({ kind: 'assigned' });
    if (done.kind === 'assigned') for (const team of done.teams) expect(team).toContain('c');
  });

  it('those with fewer targets come first, so that loads stay level', () => {
    const inspectors = Array.from({ length: 6 }, (_, index) => officer(`o${index}`));
    const done = assign(one({ inspectors }), tasksFor(...Array.from({ length: 9 }, (_, index) => `t${index}`)));
    expect(done.kind === 'assigned' && [...done.given.values()]).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it('keeps free whom a later target needs', () => {
    // Without looking ahead, one of a and b would go to t1 and t2 would be left with one.
    const inspectors = [officer('a'), officer('b'), officer('c', { recused: ['t2'] }), officer('d', { recused: ['t2'] })];
    const done = assign(one({ inspectors, targetsPerOfficer: 1 }), tasksFor('t1', 't2'));
    expect(done.kind === 'assigned' && done.teams.map((team) => team.toSorted())).toEqual([
      ['c', 'd'],
      ['a', 'b'],
    ]);
  });

  it('says what lacks: a range that nobody has, or places', () => {
    const inspectors = [officer('a'), officer('b')];
    expect(missingOfficers({ frozen: frozenWith({ inspectors }), tasks: tasksFor('t1', 't2'), given: new Map() })).toEqual([
      { cause: 'range', agencies: [{ agency: '431103-amr', groups: ['amr-equipment'] }], targets: ['t1', 't2'], needed: 2, available: 2 },
    ]);
    expect(assign(one({ inspectors, targetsPerOfficer: 2 }), tasksFor('t1', 't2', 't3'))).toEqual({
      kind: 'infeasible',
      missing: [
        {
          ...{ cause: 'places', agencies: [{ agency: '431103-amr', groups: ['amr-food'] }] },
          ...{ targets: ['t1', 't2', 't3'], needed: 6, available: 4 },
        },
      ],
    });
    expect(assign(one({ inspectors, targetsPerOfficer: 3 }), tasksFor('t1', 't2', 't3')).kind).toBe('assigned');
  });

  it('the smallest team that covers an entry', () => {
    const entry = { agencies: [{ agency: '431103-amr', groups: ['amr-equipment', 'amr-food'] }] };
    expect(fewestOfficers(entry, [officer('a'), officer('b', { groups: ['amr-equipment'] })])).toBe(2);
    expect(fewestOfficers(entry, [officer('a', { groups: ['amr-equipment', 'amr-food'] })])).toBe(1);
    expect(fewestOfficers(entry, [officer('a')])).toBeNull();
  });
});

/** What the format says, by trying everything; only where each agency needs one range, so that the questions are exact. */
function assignSlowly(frozen: FrozenRecord, tasks: readonly Task[]): string[][] | null {
  const suits = (task: Task, team: readonly Officer[]) =>
    (frozen.entries[task.entry]?.agencies ?? []).every(({ agency, groups }) =>
      team.some((each) => each.agency === agency && each.groups.some((group) => groups.includes(group))),
    );
  const candidates = ({ entry, target }: Task) =>
    frozen.inspectors.filter(
      (each) =>
        ![...each.recused, ...each.visitedLast].includes(target) &&
        frozen.entries[entry]?.agencies.some(
          ({ agency, groups }) => agency === each.agency && groups.some((group) => each.groups.includes(group)),
        ),
    );
  const teamsOf = (task: Task, loads: ReadonlyMap<string, number>): Officer[][] => {
    const load = ({ id }: Officer) => loads.get(id) ?? 0;
    const ranked = candidates(task)
      .filter((each) => load(each) < frozen.targetsPerOfficer)
      .sort((a, b) => load(a) - load(b) || (rankOf(task.target, a.id) < rankOf(task.target, b.id) ? -1 : 1));
    const size = frozen.entries[task.entry]?.officers ?? 0;
    const choose = (from: number, count: number): Officer[][] =>
      count === 0 ? [[]] : ranked.slice(from).flatMap((each, index) => choose(from + index + 1, count - 1).map((rest) => [each, ...rest]));
    return choose(0, size).filter((team) => suits(task, team));
  };
  const add = (loads: ReadonlyMap<string, number>, team: readonly Officer[]) =>
    new Map([...loads, ...team.map(({ id }) => [id, (loads.get(id) ?? 0) + 1] as const)]);
  const isPossible = (rest: readonly Task[], loads: ReadonlyMap<string, number>): boolean => {
    const [task, ...others] = rest;
    return !task || teamsOf(task, loads).some((team) => isPossible(others, add(loads, team)));
  };
  let loads: ReadonlyMap<string, number> = new Map();
  const teams: string[][] = [];
  for (const [index, task] of tasks.entries()) {
    const team = teamsOf(task, loads).find((each) => isPossible(tasks.slice(index + 1), add(loads, each)));
    if (!team) return null;
    teams.push(team.map(({ id }) => id));
    loads = add(loads, team);
  }
  return teams;
}

describe('against trying everything', () => {
  const narrow = arbitraryFrozen.map((record) => {
    const frozen = sortFrozen(record);
    const entries = frozen.entries.map((entry) => ({
      ...entry,
      agencies: entry.agencies.map(({ agency, groups }) => ({ agency, groups: groups.slice(0, 1) })),
      officers: Math.min(entry.officers, 2 + entry.agencies.length - 1),
    }));
    return { ...frozen, entries, targetsPerOfficer: Math.min(2, frozen.targetsPerOfficer) };
  });

  it('the same teams, or none by either', () => {
    fc.assert(
      fc.property(narrow, (frozen) => {
        const tasks = frozen.entries.flatMap((_, entry) =>
          frozen.subjects
            .filter(({ entries }) => entries.includes(entry))
            .slice(0, 2)
            .map(({ id }) => ({ entry, target: id })),
        );
        const done = assign(frozen, tasks);
        expect(done.kind === 'assigned' ? done.teams : null).toEqual(assignSlowly(frozen, tasks));
      }),
      { numRuns: 200 },
    );
  });
});

describe('replacements', () => {
  const frozen = sortFrozen(frozenWith());
  const { result, seed } = drawnWith(frozen);
  const [outcome] = result.outcomes;
  const reserves = outcome?.reserves ?? [];
  const sign = (message: Uint8Array) => hmac(seed, message);
  const given = new Map<string, number>();
  for (const id of outcome?.targets.flatMap(({ officers }) => officers) ?? []) given.set(id, (given.get(id) ?? 0) + 1);

  it('the next in order comes up, then the one after it, each with its own team', () => {
    const [first, second] = reserves;
    const drawn = outcome?.targets.map(({ id }) => id) ?? [];
    const next = (used: string[]) => nextInOrder({ frozen, entry: 0, reserves, used: new Set(used), given }, sign);
    expect(next(drawn)).toMatchObject({ kind: 'next', id: first?.id, officers: [expect.any(String), expect.any(String)] });
    expect(next([...drawn, first?.id ?? ''])).toMatchObject({ kind: 'next', id: second?.id });
    const beyond = next([...drawn, ...reserves.map(({ id }) => id)]);
    expect(beyond).toMatchObject({ kind: 'next' });
    expect([...drawn, ...reserves.map(({ id }) => id)]).not.toContain(beyond.kind === 'next' && beyond.id);
    expect(next(frozen.subjects.map(({ id }) => id))).toEqual({ kind: 'exhausted' });
  });

  it('goes to those with the fewest targets, and says so where nobody has a place left', () => {
    const full = new Map(frozen.inspectors.map(({ id }) => [id, frozen.targetsPerOfficer]));
    const used = new Set(outcome?.targets.map(({ id }) => id));
    const asked = { frozen, entry: 0, reserves, used };
    expect(nextInOrder({ ...asked, given: full }, sign)).toMatchObject({ kind: 'infeasible', id: reserves[0]?.id });
    const free = ['DEMO-431103-U0007', 'DEMO-431103-U0008'];
    for (const id of free) full.set(id, 0);
    const next = nextInOrder({ ...asked, given: full }, sign);
    expect(next.kind === 'next' && next.officers.toSorted()).toEqual(free);
  });
});
