import type { MergeLine, MergeProblem } from '#domain/plan/merge/model.ts';

/** A small generator with a seed (mulberry32), so that every run measures the same year. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Size = { readonly lines: number; readonly enterprises: number; readonly agencies: number; readonly teams: number };

const groups = ['g-safety', 'g-construction', 'g-food', 'g-venue', 'g-chem', 'g-env', 'g-labour', 'g-holiday', 'g-market'];
const openDays = 8;
const minutesADay = 480;

function periodOf(random: () => number): number[] {
  const shape = random();
  const first = 1 + Math.floor(random() * 12);
  if (shape < 0.5) return [first];
  const quarter = Math.floor((first - 1) / 3) * 3;
  if (shape < 0.8) return [quarter + 1, quarter + 2, quarter + 3];
  return shape < 0.9 ? [1, 2, 3, 4, 5, 6].map((month) => month + (first > 6 ? 6 : 0)) : Array.from({ length: 12 }, (_, index) => index + 1);
}

function listOf(random: () => number, enterprises: number): number[] {
  const size = 3 + Math.floor(random() * 7);
  const chosen = new Set<number>();
  // Some enterprises are everybody's favourite, as they are in life.
  while (chosen.size < size) chosen.add(Math.floor(enterprises * (random() < 0.3 ? random() ** 2 : random())));
  return [...chosen].sort((a, b) => a - b);
}

function lineOf(random: () => number, index: number, { agencies, enterprises }: Size): MergeLine {
  const agency = `a${Math.floor(random() * agencies)}`;
  const matter = Math.floor(random() * 12);
  const list = listOf(random, enterprises);
  return {
    ...{
      id: `l${index}`,
      agency,
      agencyName: agency,
      matter: `${agency}-${matter}-${index}`,
      title: `${agency} ${matter}`,
      kind: 'annual',
      competence: `${agency}-${matter % 4}`,
    },
    ...{ group: random() < 0.32 ? (groups[Math.floor(random() * groups.length)] ?? null) : null, seasonal: random() < 0.17 },
    ...{ source: random() < 0.5 ? 'local' : 'city', months: periodOf(random), form: random() < 0.9 ? 'onsite' : 'sampling' },
    ...{ count: list.length, stated: list.length, targets: { kind: 'listed', enterprises: list } },
  };
}

/** A year of listed lines, about six enterprises each; the same size and seed give the same year. */
export function makeYear(size: Size, seed: number): MergeProblem {
  const random = randomFrom(seed);
  const lines = Array.from({ length: size.lines }, (_, index) => lineOf(random, index, size));
  const minutes = Array.from({ length: 12 }, () => size.teams * openDays * minutesADay);
  return {
    ...{
      lines,
      cells: [],
      room: [],
      refused: [],
      settings: { movableMonths: 6, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 480 },
    },
    capacity: Array.from({ length: size.agencies }, (_, agency) => ({ agency: `a${agency}`, minutes })),
  };
}
