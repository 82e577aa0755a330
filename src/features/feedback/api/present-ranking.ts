import { priorWeight } from '#domain/feedback/score.ts';
import { formulaWords } from '../labels.ts';
import type { PublicRanking } from '../queries/load-cells.ts';

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A ranking as open data: every score with its n, its interval, its response rate and the formula. */
export function presentRanking({ district, ranking, smallest, nameOf }: PublicRanking): object {
  const { year, prior, n, unanswered, rows } = ranking;
  const items = rows.map(({ agency, rank, share, score, interval, ...row }) => ({
    ...{ agency, name: nameOf.get(agency) ?? agency, rank, n: row.n, satisfied: row.good, unanswered: row.unanswered },
    ...{ responseRate: round(row.n / (row.n + row.unanswered)), share: round(share), score: round(score) },
    ...{ low: round(interval.low), high: round(interval.high), from: row.from, to: row.to },
  }));
  const basis = { smallestCell: smallest, priorWeight, prior: prior === null ? null : round(prior), n, unanswered };
  return { district: district.code, year, formula: formulaWords, ...basis, items };
}

/** The same as a table. */
export function rankingRows({ ranking, nameOf }: PublicRanking): { heads: string[]; rows: (string | number)[][] } {
  const heads = ['名次', '单位代码', '单位', '份数', '满意和基本满意', '到期未评', '满意率', '稳健分', '区间下限', '区间上限', '起', '止'];
  const rows = ranking.rows.map(({ rank, agency, n, good, unanswered, share, score, interval, from, to }) => [
    ...[rank, agency, nameOf.get(agency) ?? agency, n, good, unanswered],
    ...[round(share), round(score), round(interval.low), round(interval.high), from, to],
  ]);
  return { heads, rows };
}
