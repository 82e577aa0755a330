import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { downloadStatistics } from '#features/draw-record/api/downloads.ts';
import { loadStatistics } from '#features/draw-record/queries/load-statistics.ts';
import { publicScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';

const everybody = publicScope({ type: 'public' });
const standing = `('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived')`;
const years = (await asOwner<{ year: number }>(`SELECT DISTINCT year FROM draw WHERE status <> 'prepared' ORDER BY 1`)).map(
  ({ year }) => year,
);
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, n) => all + n, 0);
const total = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

describe.each(years)('the figures of %s', (year) => {
  it('add up to the draws, the excluded and the outcomes that there are', async () => {
    const { rows } = await loadStatistics(everybody, year);
    const [counted] = await asOwner<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE format <> '')::int AS draws, count(*) FILTER (WHERE format = '')::int AS registered,
        count(*) FILTER (WHERE status = 'void')::int AS voids, coalesce(sum(subjects), 0)::int AS candidates,
        coalesce(sum(jsonb_array_length(frozen::jsonb -> 'excluded')), 0)::int AS excluded,
        (SELECT count(*)::int FROM draw_outcome JOIN draw own ON own.id = draw_id WHERE own.year = $1) AS drawn
      FROM draw LEFT JOIN draw_record ON draw_id = draw.id WHERE year = $1 AND status <> 'prepared'`,
      [year],
    );
    expect(counted).toEqual({
      draws: total(rows.map(({ draws }) => draws)),
      registered: total(rows.map(({ registered }) => registered)),
      voids: total(rows.map(({ voids }) => sum(voids))),
      candidates: total(rows.map(({ candidates }) => candidates)),
      excluded: total(rows.map(({ excluded }) => sum(excluded))),
      drawn: total(rows.map(({ drawn }) => drawn)),
    });
  });

  it('add up to the planned visits that were filed; none is counted twice', async () => {
    const { rows } = await loadStatistics(everybody, year);
    const [counted] = await asOwner<{ visits: number; drawn: number }>(
      `SELECT count(*)::int AS visits, count(*) FILTER (WHERE draw_outcome_id IS NOT NULL)::int AS drawn
      FROM filing WHERE year = $1 AND kind IN ('annual', 'special') AND status IN ${standing}`,
      [year],
    );
    expect(total(rows.map(({ visits }) => visits))).toBe(counted?.visits);
    expect(total(rows.map(({ fromDraws }) => fromDraws))).toBe(counted?.drawn);
    for (const { visits, covered, fromDraws } of rows) expect(covered + fromDraws).toBeLessThanOrEqual(visits);
  });

  it('come as a table too', async () => {
    const { rows } = await loadStatistics(everybody, year);
    const answer = await downloadStatistics(new Request(`http://localhost/x?year=${year}`), { params: Promise.resolve({}) });
    const table = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(table.map((row) => [row.单位代码, row.可以复算的抽取, row.登记的结果])).toEqual(
      rows.map(({ code, draws, registered }) => [code, String(draws), String(registered)]),
    );
  });
});

it('who withheld is named beside the rounds that failed', async () => {
  const figures = await Promise.all(years.map((year) => loadStatistics(everybody, year)));
  const failed = figures.flatMap(({ rows }) => rows.filter(({ failedRounds }) => failedRounds > 0));
  expect(
    failed.map(({ district, failedRounds, voids, name, withheld }) => [district, failedRounds, voids.withheld, withheld[name]]),
  ).toEqual([
    ['431103', 1, 1, 1],
    ['511724', 1, 1, 1],
  ]);
});
