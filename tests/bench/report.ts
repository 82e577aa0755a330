import { type Figures, type Measured, median } from './rounds.ts';
import type { Found, Scenario } from './scenario.ts';

/** Medians over the rounds of one side. */
export type Line = Figures & { readonly side: string; readonly ratio: number | null };

function lineOf({ side, rounds }: Measured, product: number | null): Line {
  const of = (key: keyof Figures) => median(rounds.map((figures) => figures[key]));
  const perSecond = of('perSecond');
  const bad = rounds.reduce((sum, figures) => sum + figures.bad, 0);
  const ratio = product === null ? null : product / perSecond;
  return { side, perSecond, p99: of('p99'), serverMs: of('serverMs'), databaseMs: of('databaseMs'), bad, ratio };
}

/** The sides of a scenario; each floor with the product's ratio to it. */
export function linesOf({ measured: [product, ...floors] }: Found): Line[] {
  if (!product) return [];
  const own = lineOf(product, null);
  return [own, ...floors.map((floor) => lineOf(floor, own.perSecond))];
}

const cell = (value: number | null, digits: number, width: number): string =>
  (value === null || !Number.isFinite(value) ? '' : value.toFixed(digits)).padStart(width);

/** One scenario as lines of a table. */
export function table({ title, goal }: Scenario, found: Found): string {
  const head = `\n${title}${goal === null ? '' : `   goal: ${goal} of the first floor`}`;
  const columns = `  ${'side'.padEnd(16)}${'req/s'.padStart(9)}${'ratio'.padStart(8)}${'p99 ms'.padStart(9)}${'server ms'.padStart(11)}${'db ms'.padStart(8)}${'bad'.padStart(6)}`;
  const rows = linesOf(found).map(
    ({ side, perSecond, ratio, p99, serverMs, databaseMs, bad }) =>
      `  ${side.padEnd(16)}${cell(perSecond, 0, 9)}${cell(ratio, 2, 8)}${cell(p99, 1, 9)}${cell(serverMs, 2, 11)}${cell(databaseMs, 2, 8)}${cell(bad, 0, 6)}`,
  );
  const notes = found.notes.map((note) => `  ${note}`);
  return [head, ...(rows.length > 0 ? [columns, ...rows] : []), ...notes].join('\n');
}
