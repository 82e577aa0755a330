import 'server-only';
import { replacementReasons, voidReasons } from '#domain/draw/lifecycle.ts';
import { exclusionReasons } from '#domain/draw/record.ts';
import { exclusionWords, replacementWords, voidWords } from '#domain/draw/words.ts';
import { writeCsv } from '#platform/csv.ts';
import type { AgencyFigures, DrawStatistics } from '../queries/load-statistics.ts';

type Column = readonly [head: string, cell: (row: AgencyFigures) => string | number];

const columns: readonly Column[] = [
  ['区划代码', ({ district }) => district],
  ['单位代码', ({ code }) => code],
  ['单位', ({ name }) => name],
  ['可以复算的抽取', ({ draws }) => draws],
  ['登记的结果', ({ registered }) => registered],
  ['候选', ({ candidates }) => candidates],
  ...exclusionReasons.map((reason): Column => [`排除：${exclusionWords[reason]}`, ({ excluded }) => excluded[reason] ?? 0]),
  ...voidReasons.map((reason): Column => [`作废：${voidWords[reason]}`, ({ voids }) => voids[reason] ?? 0]),
  ['未成的轮次', ({ failedRounds }) => failedRounds],
  [
    '未承诺或未揭示',
    ({ withheld }) =>
      Object.entries(withheld)
        .map(([name, n]) => `${name} ${n}`)
        .join('；'),
  ],
  ['抽中', ({ drawn }) => drawn],
  ...replacementReasons.map((reason): Column => [`递补：${replacementWords[reason]}`, ({ replaced }) => replaced[reason] ?? 0]),
  ['计划内入企', ({ visits }) => visits],
  ['其中特殊领域全覆盖', ({ covered }) => covered],
  ['其中来自抽取', ({ fromDraws }) => fromDraws],
  ['应抽未抽', ({ visits, covered, fromDraws }) => visits - covered - fromDraws],
];

/** The figures of a year as a table, a row for each agency. */
export function writeStatisticsCsv({ year, rows }: DrawStatistics): string {
  const heads = ['年度', ...columns.map(([head]) => head)];
  return writeCsv(
    heads,
    rows.map((row) => [year, ...columns.map(([, cell]) => cell(row))]),
  );
}
