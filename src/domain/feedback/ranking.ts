import { type Cell, cellsOfYear, sumCells } from './cells.ts';
import { type Interval, isBelowAlarm, rankScores, shrink, wilson } from './score.ts';

/** One agency's place: only whole cells are counted, so nobody with too few answers stands here. */
export type Ranked = {
  readonly agency: string;
  readonly rank: number;
  readonly n: number;
  /** Answers that were satisfied or fairly satisfied. */
  readonly good: number;
  readonly unanswered: number;
  readonly share: number;
  readonly score: number;
  readonly interval: Interval;
  readonly isLow: boolean;
  readonly from: string;
  readonly to: string;
};
export type Ranking = {
  readonly year: number;
  /** The mean of all answers in the cells that are published: what few answers are drawn towards. */
  readonly prior: number | null;
  readonly n: number;
  readonly unanswered: number;
  readonly rows: readonly Ranked[];
};

type Agency = Omit<Ranked, 'rank'>;

function agencyOf(agency: string, cells: readonly Cell[], { prior, alarm }: { prior: number; alarm: number }): Agency[] {
  const sum = sumCells(cells.filter((cell) => cell.agency === agency));
  if (!sum) return [];
  const { n, good, unanswered, from, to } = sum;
  const measured = { share: good / n, score: shrink(sum, prior), interval: wilson(sum), isLow: isBelowAlarm(sum, alarm) };
  return [{ agency, n, good, unanswered, from, to, ...measured }];
}

/** Ranks a year's published cells by the shrunk score (design: algorithms.md): the highest first, ties share a rank. */
export function rankAgencies(all: readonly Cell[], { year, alarmBelowPercent }: { year: number; alarmBelowPercent: number }): Ranking {
  const cells = cellsOfYear(all, year);
  const total = sumCells(cells);
  if (!total) return { year, prior: null, n: 0, unanswered: 0, rows: [] };
  const prior = total.good / total.n;
  const names = [...new Set(cells.map(({ agency }) => agency))];
  const agencies = names.flatMap((agency) => agencyOf(agency, cells, { prior, alarm: alarmBelowPercent }));
  const ranks = rankScores(agencies.map(({ score }) => score));
  const rows = agencies.map((each, index) => ({ ...each, rank: ranks[index] ?? 0 }));
  rows.sort((one, other) => one.rank - other.rank || (one.agency < other.agency ? -1 : 1));
  return { year, prior, n: total.n, unanswered: total.unanswered, rows };
}
