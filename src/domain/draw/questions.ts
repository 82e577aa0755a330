import type { Assigning, Missing, Prepared } from './assigning.ts';
import { type Flow, openFlow } from './flow.ts';
import type { AgencyNeed, FrozenRecord } from './record.ts';
import { type Candidate, canCover, rangeOf } from './team.ts';
import { compareText } from './write-record.ts';

/** The yes/no questions: one for places at all with somebody of each agency, and one for each range that an agency's members share out. */
export type Question = {
  readonly flow: Flow;
  readonly tasks: readonly number[];
  readonly needOf: (task: number, group: number) => AgencyNeed | undefined;
};

function askPlaces({ frozen, tasks }: Assigning, { candidates, places }: Prepared): Question {
  const demands = tasks.map(({ entry }, index) => {
    const { agencies = [], officers = 0 } = frozen.entries[entry] ?? {};
    const groups = agencies.map(({ agency }) =>
      (candidates[index] ?? []).map(({ officer }) => officer).filter((officer) => frozen.inspectors[officer]?.agency === agency),
    );
    return { groups, free: Math.max(0, officers - agencies.length) };
  });
  const needOf = (task: number, group: number) => frozen.entries[tasks[task]?.entry ?? -1]?.agencies[group];
  return { flow: openFlow(places, demands), tasks: [...tasks.keys()], needOf };
}

function askGroup(
  { frozen, tasks }: Assigning,
  { candidates, places }: Prepared,
  { agency, group }: { agency: string; group: string },
): Question {
  const asking = tasks.flatMap(({ entry }, task) =>
    frozen.entries[entry]?.agencies.some((need) => need.agency === agency && need.groups.includes(group)) ? [task] : [],
  );
  const covers = (officer: number) => {
    const of = frozen.inspectors[officer];
    return of?.agency === agency && of.groups.includes(group);
  };
  const demands = asking.map((task) => ({
    groups: [(candidates[task] ?? []).map(({ officer }) => officer).filter(covers)],
    free: 0,
  }));
  return { flow: openFlow(places, demands), tasks: asking, needOf: () => ({ agency, groups: [group] }) };
}

/** Ranges of agencies whose members share several: where an agency needs one range only, the first question says it all. */
function sharedGroups({ entries }: FrozenRecord): { agency: string; group: string }[] {
  const needs = entries.flatMap(({ agencies }) => agencies);
  const several = new Set(needs.filter(({ groups }) => groups.length > 1).map(({ agency }) => agency));
  const pairs = needs
    .filter(({ agency }) => several.has(agency))
    .flatMap(({ agency, groups }) => groups.map((group) => ({ agency, group })));
  const distinct = [...new Map(pairs.map((pair) => [`${pair.agency} ${pair.group}`, pair])).values()];
  return distinct.sort((one, other) => compareText(one.agency, other.agency) || compareText(one.group, other.group));
}

/** All of them, in the order in which they are told. */
export function openQuestions(asked: Assigning, prepared: Prepared): Question[] {
  return [...sharedGroups(asked.frozen).map((pair) => askGroup(asked, prepared, pair)), askPlaces(asked, prepared)];
}

function mergeNeeds(needs: readonly (AgencyNeed | undefined)[]): AgencyNeed[] {
  const groups = new Map<string, Set<string>>();
  for (const need of needs) {
    if (need) groups.set(need.agency, new Set([...(groups.get(need.agency) ?? []), ...need.groups]));
  }
  return [...groups].map(([agency, found]) => ({ agency, groups: [...found].sort(compareText) }));
}

const distinctTexts = (texts: readonly string[]) => [...new Set(texts)];

function placesMissing({ flow, tasks, needOf }: Question, asked: Assigning): Missing[] {
  if (!flow.shortage) return [];
  const { parts, needed, available } = flow.shortage;
  const agencies = mergeNeeds(parts.map(({ demand, group }) => needOf(tasks[demand] ?? -1, group)));
  const targets = distinctTexts(parts.map(({ demand }) => asked.tasks[tasks[demand] ?? -1]?.target ?? ''));
  return [{ cause: 'places', agencies, targets, needed, available }];
}

/** For one target alone: nobody, or no team of the size asked for, covers the ranges. */
function rangeMissing({ frozen, tasks }: Assigning, candidates: readonly Candidate[], task: number): Missing[] {
  const { entry, target } = tasks[task] ?? { entry: -1, target: '' };
  const of = frozen.entries[entry];
  const bitsets = candidates.map(({ bits }) => bits);
  if (!of || (candidates.length >= of.officers && canCover(rangeOf(of).all, of.officers, bitsets))) return [];
  const members = candidates.flatMap(({ officer }) => frozen.inspectors[officer] ?? []);
  const open = of.agencies.map(({ agency, groups }) => {
    const own = members.filter((member) => member.agency === agency);
    const left = groups.filter((group) => !own.some((member) => member.groups.includes(group)));
    return { agency, groups: left, isOpen: own.length === 0 || left.length > 0 };
  });
  const uncovered = open.filter(({ isOpen }) => isOpen).map(({ agency, groups }) => ({ agency, groups }));
  const agencies = uncovered.length > 0 ? uncovered : of.agencies;
  return [{ cause: 'range', agencies, targets: [target], needed: of.officers, available: candidates.length }];
}

// Targets that lack the same are told together.
function gather(missing: readonly Missing[]): Missing[] {
  const kinds = new Map<string, Missing>();
  for (const each of missing) {
    const kind = JSON.stringify([each.agencies, each.needed, each.available]);
    kinds.set(kind, { ...each, targets: distinctTexts([...(kinds.get(kind)?.targets ?? []), ...each.targets]) });
  }
  return [...kinds.values()];
}

/** What lacks before anybody is given away: targets that nobody suits, else the questions whose answer is no. */
export function findMissing(asked: Assigning, prepared: Prepared, questions: readonly Question[]): Missing[] {
  const alone = gather(asked.tasks.flatMap((_, task) => rangeMissing(asked, prepared.candidates[task] ?? [], task)));
  return alone.length > 0 ? alone : questions.flatMap((question) => placesMissing(question, asked));
}
