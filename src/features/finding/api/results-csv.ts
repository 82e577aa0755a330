import 'server-only';
import { isoOf } from '#domain/calendar/iso.ts';
import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import { writeCsv } from '#platform/csv.ts';
import type { ResultRow } from '../queries/list-results.ts';

const heads = [
  '区划代码',
  '备案编号',
  '单位代码',
  '单位',
  '统一社会信用代码',
  '企业',
  '离企',
  '公示',
  '事项',
  '结果',
  '后续处理',
  '撤下',
  '撤下理由',
];

function linesOf(row: ResultRow): (string | null)[][] {
  const { district, filingNo, agency, agencyName, uscc, enterprise, leftAt, publishedAt, withdrawnAt, withdrawnReason } = row;
  const head = [district, filingNo, agency, agencyName, uscc, enterprise, leftAt && isoOf(leftAt), isoOf(publishedAt)];
  if (withdrawnAt) return [[...head, null, null, null, isoOf(withdrawnAt), withdrawnReason]];
  return row.findings.map(({ matter, result, followUp }) => [...head, matter, resultWords[result], followUpWords[followUp], null, '']);
}

/** Published results as a table, a line for each matter. */
export function writeResultsCsv(rows: readonly ResultRow[]): string {
  return writeCsv(heads, rows.flatMap(linesOf));
}
