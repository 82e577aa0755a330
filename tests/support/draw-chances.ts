/** Candidates with these numbers of tickets. */
export function makeSubjects(weights: readonly number[]) {
  return weights.map((weight, index) => ({ id: `91431103MA4L${String(index).padStart(6, '0')}`, weight, stratum: '', entries: [0] }));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The chance of each to be drawn first. */
export function firstPickChances(weights: readonly number[]): number[] {
  return weights.map((weight) => weight / sum(weights));
}

/** The chance of each to be among the first `sample` of weighted drawing without replacement, by going through every order. */
export function inclusionChances(weights: readonly number[], sample: number): number[] {
  const chances = weights.map(() => 0);
  const pick = (left: readonly number[], chance: number, picks: number): void => {
    if (picks === 0) return;
    const total = sum(left.map((index) => weights[index] ?? 0));
    for (const index of left) {
      const own = (chance * (weights[index] ?? 0)) / total;
      chances[index] = (chances[index] ?? 0) + own;
      pick(
        left.filter((other) => other !== index),
        own,
        picks - 1,
      );
    }
  };
  pick([...weights.keys()], 1, sample);
  return chances;
}

/** The sum of squared deviations over what was expected. With several picks a draw it is somewhat smaller than χ², never larger in expectation. */
export function chiSquare(counts: readonly number[], chances: readonly number[], draws: number): number {
  return sum(counts.map((count, index) => (count - draws * (chances[index] ?? 0)) ** 2 / (draws * (chances[index] ?? 1))));
}

/** Every ordered pair of different places («first second») with its chance to come up as the first two. */
export function pairChances(weights: readonly number[]): { cells: string[]; chances: number[] } {
  const total = sum(weights);
  const pairs = weights.flatMap((first, one) =>
    weights.flatMap((second, other) =>
      one === other ? [] : [{ cell: `${one} ${other}`, chance: (first / total) * (second / (total - first)) }],
    ),
  );
  return { cells: pairs.map(({ cell }) => cell), chances: pairs.map(({ chance }) => chance) };
}
