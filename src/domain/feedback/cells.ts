import { dayOf } from '../calendar/local-day.ts';
import type { Share } from './score.ts';

/** What one agency was answered in one month (YYYY-MM), and how many of its ratings ended without an answer in it. */
export type MonthCount = Share & {
  readonly agency: string;
  readonly month: string;
  readonly unanswered: number;
  /** Sums of the marks 1 … 5. */
  readonly courtesy: number;
  readonly guidance: number;
};

/** A cell that may be shown: one agency, whole months, at least the policy's number of answers. */
export type Cell = Omit<MonthCount, 'month'> & { readonly from: string; readonly to: string };

const add = (cell: Cell, { month, n, good, unanswered, courtesy, guidance }: MonthCount): Cell => ({
  ...cell,
  to: month,
  n: cell.n + n,
  good: cell.good + good,
  unanswered: cell.unanswered + unanswered,
  courtesy: cell.courtesy + courtesy,
  guidance: cell.guidance + guidance,
});

const empty = ({ agency, month }: MonthCount): Cell => ({
  ...{ agency, from: month, to: month, n: 0, good: 0, unanswered: 0, courtesy: 0, guidance: 0 },
});

function joinMonths(months: readonly MonthCount[], smallest: number): Cell[] {
  const cells: Cell[] = [];
  let open: Cell | null = null;
  for (const month of [...months].sort((one, other) => (one.month < other.month ? -1 : 1))) {
    open = add(open ?? empty(month), month);
    if (open.n < smallest) continue;
    cells.push(open);
    open = null;
  }
  return cells;
}

const anHour = 3_600_000;

/** The month that is not over yet: each ends an hour late, at 01:00 of the first day of the next, when everything of it has been settled. */
export function currentMonth(now: Date): string {
  return dayOf(new Date(now.getTime() - anHour)).slice(0, 7);
}

/**
 * The cells that may be published: each agency's months in order, a month with too few answers joined with those after it until there are
 * enough. Only months before `current` count, which are over for good: answers carry the day they came and never change. Whatever is
 * published later, any sum, over any agencies, on any day, is made of these cells, so no difference of two of them is a smaller group
 * than a whole cell (design: security.md, Satisfaction: no cell under n, complementary suppression, monthly).
 */
export function composeCells(counts: readonly MonthCount[], { smallest, current }: { smallest: number; current: string }): Cell[] {
  const over = counts.filter(({ month }) => month < current);
  const agencies = [...new Set(over.map(({ agency }) => agency))].sort();
  return agencies.flatMap((agency) =>
    joinMonths(
      over.filter((count) => count.agency === agency),
      smallest,
    ),
  );
}

/** Several cells as one, over the same agency or any. */
export function sumCells(cells: readonly Cell[]): Omit<Cell, 'agency'> | null {
  const [first] = cells;
  if (!first) return null;
  const total = (pick: (cell: Cell) => number) => cells.reduce((sum, cell) => sum + pick(cell), 0);
  return {
    from: cells.map(({ from }) => from).sort()[0] ?? first.from,
    to:
      cells
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? first.to,
    n: total(({ n }) => n),
    good: total(({ good }) => good),
    unanswered: total(({ unanswered }) => unanswered),
    courtesy: total(({ courtesy }) => courtesy),
    guidance: total(({ guidance }) => guidance),
  };
}

/** The cells of a year: a cell belongs to the year in which it was closed. */
export function cellsOfYear(cells: readonly Cell[], year: number): Cell[] {
  return cells.filter(({ to }) => to.slice(0, 4) === String(year));
}
