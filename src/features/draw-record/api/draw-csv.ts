import 'server-only';
import { replacementWords } from '#domain/draw/words.ts';
import { writeCsv } from '#platform/csv.ts';
import type { DrawRow } from '../queries/list-public-draws.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';

type Cell = string | number | null;
type Outcome = PublicDraw['draw']['outcomes'][number];

/** The key of an enterprise in an entry, where there is a result by the protocol. */
function keysOf({ result }: PublicDraw): ReadonlyMap<string, string> {
  const rows = (result?.outcomes ?? []).flatMap(({ entry, targets, reserves }) =>
    [...targets, ...reserves].map(({ id, key }): [string, string] => [`${entry} ${id}`, key]),
  );
  return new Map(rows);
}

function rowOf(shown: PublicDraw, outcome: Outcome, keys: ReadonlyMap<string, string>): Cell[] {
  const { draw } = shown;
  const entry = draw.entries.find(({ planEntryId }) => planEntryId === outcome.planEntryId)?.entry.no ?? '';
  const { uscc, name } = outcome.enterprise;
  const officers = outcome.assignments
    .map(({ inspector }) => `${inspector.name}（${inspector.agency.shortName} ${inspector.credentialNo ?? ''}）`)
    .join('；');
  return [
    draw.no,
    entry,
    outcome.position,
    name,
    uscc,
    keys.get(`${entry} ${uscc}`) ?? null,
    officers,
    outcome.replacedAt?.toISOString() ?? null,
    outcome.replacedReason ? `${replacementWords[outcome.replacedReason]}：${outcome.replacedNote}` : null,
  ];
}

/** What was drawn as a table: one row for each enterprise of an entry, in order, those that took another's place last. */
export function writeDrawCsv(shown: PublicDraw): string {
  const keys = keysOf(shown);
  const heads = ['抽取', '计划项', '顺序', '企业', '统一社会信用代码', '排序值', '执法人员', '被递补的时间', '递补的原因'];
  return writeCsv(
    heads,
    shown.draw.outcomes.map((outcome) => rowOf(shown, outcome, keys)),
  );
}

/** A page of draws as a table. */
export function writeDrawsCsv(rows: readonly DrawRow[]): string {
  const heads = [
    '区划代码',
    '编号',
    '年度',
    '序号',
    '状态',
    '可以复算',
    '牵头单位',
    '抽什么',
    '候选',
    '抽取',
    '名单指纹',
    '冻结时间',
    '公布时间',
    '作废时间',
  ];
  const cells = rows.map((row): Cell[] => [
    ...[row.district, row.no, row.year, row.serial, row.status, row.isComputable ? '是' : '否', row.agencyName, row.titles.join('；')],
    ...[row.subjects, row.sample, row.poolHash],
    ...[row.frozenAt, row.publishedAt, row.voidedAt].map((at) => at?.toISOString() ?? null),
  ]);
  return writeCsv(heads, cells);
}
