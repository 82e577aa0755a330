import { findContradiction } from './contradiction.ts';
import { type DrawResult, drawFormat, exclusionReasons, type FrozenRecord, officerExclusions } from './record.ts';
import { type Check, list, object, oneOf, orNull, text, truth, whole } from './shape.ts';
import { writeFrozen, writeResult } from './write-record.ts';

/** What was read, or what is wrong with the text, in words. */
export type Read<Value> = { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'fault'; readonly fault: string };

const id = text({ least: 1, pattern: /^[\x21-\x7e]{1,100}$/ });
const name = text({ least: 1 });
const hash = text({ pattern: /^[0-9a-f]{64}$/ });
const day = text({ pattern: /^\d{4}-\d{2}-\d{2}$/ });
const many = 10_000_000;
const format: readonly [string, Check] = ['格式', oneOf([drawFormat])];

const entry = object({
  entry: ['计划项编号', name],
  planVersion: ['计划版本', whole(1, 1_000_000)],
  fromDay: ['开始日期', day],
  toDay: ['结束日期', day],
  agencies: ['单位', list(object({ agency: ['代码', id], groups: ['执法范围', list(name)] }), 1)],
  strata: ['分层', list(object({ stratum: ['名称', text()], size: ['户数', whole(1, many)], sample: ['抽取数', whole(0, many)] }), 1)],
  officers: ['每户人数', whole(1, 30)],
});

const frozenShape = object({
  format,
  district: ['区县', text({ pattern: /^\d{6}$/ })],
  draw: ['抽取编号', name],
  previous: ['前次抽取', orNull(name)],
  policy: ['政策版本', name],
  entries: ['计划项', list(entry, 1)],
  parties: ['参与方', list(id, 2)],
  hours: [
    '时限',
    object({
      objection: ['异议小时数', whole(0, 10_000)],
      commit: ['承诺小时数', whole(0, 10_000)],
      reveal: ['揭示小时数', whole(0, 10_000)],
    }),
  ],
  publicNumber: ['公共号码', orNull(object({ lottery: ['彩种', name], issue: ['期号', name], at: ['公布时间', name] }))],
  targetsPerOfficer: ['每人户数上限', whole(1, many)],
  subjects: [
    '企业名单',
    list(
      object({
        id: ['代码', id],
        weight: ['票数', whole(1, 16)],
        stratum: ['分层', text()],
        entries: ['所属计划项', list(whole(0, 10_000), 1)],
      }),
    ),
  ],
  excluded: [
    '排除名单',
    list(object({ entry: ['计划项', whole(0, 10_000)], id: ['代码', id], reason: ['理由', oneOf(exclusionReasons)] })),
  ],
  inspectors: [
    '执法人员名单',
    list(
      object({
        id: ['证号', id],
        agency: ['单位', id],
        groups: ['执法范围', list(name)],
        recused: ['回避名单', list(id)],
        visitedLast: ['上次检查名单', list(id)],
      }),
    ),
  ],
  inspectorsExcluded: ['未列入人员', list(object({ id: ['证号', id], reason: ['理由', oneOf(officerExclusions)] }))],
});

const keyed = { id: ['代码', id], key: ['排序值', hash] } as const;

const resultShape = object({
  format,
  poolHash: ['名单指纹', hash],
  rounds: [
    '轮次',
    list(
      object({
        no: ['序号', whole(1, 10_000)],
        parties: [
          '参与方',
          list(
            object({
              party: ['代码', id],
              commitment: ['承诺', orNull(hash)],
              reveal: ['揭示', orNull(hash)],
              withheld: ['未揭示', truth],
            }),
            1,
          ),
        ],
      }),
      1,
    ),
  ],
  number: ['公共号码', orNull(text({ pattern: /^\d{1,100}$/ }))],
  seed: ['种子', hash],
  outcomes: [
    '结果',
    list(
      object({
        entry: ['计划项编号', name],
        targets: ['抽中企业', list(object({ ...keyed, officers: ['执法人员', list(id, 1)] }))],
        reserves: ['递补企业', list(object(keyed))],
      }),
      1,
    ),
  ],
});

function parse(record: string, shape: Check, what: string): Read<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(record);
  } catch {
    return { kind: 'fault', fault: `${what}不是完整的 JSON 文本` };
  }
  const fault = shape(value, what);
  return fault === null ? { kind: 'read', value } : { kind: 'fault', fault };
}

/** Reads a frozen record; its text has to be exactly as the format writes it, byte for byte. */
export function readFrozen(record: string): Read<FrozenRecord> {
  const read = parse(record, frozenShape, '冻结记录');
  if (read.kind === 'fault') return read;
  const value = read.value as FrozenRecord;
  const fault = findContradiction(value);
  if (fault !== null) return { kind: 'fault', fault };
  return writeFrozen(value) === record ? { kind: 'read', value } : { kind: 'fault', fault: '冻结记录的排列或写法与格式不符' };
}

/** Reads a result; as strict as `readFrozen`. */
export function readResult(record: string): Read<DrawResult> {
  const read = parse(record, resultShape, '结果');
  if (read.kind === 'fault') return read;
  const value = read.value as DrawResult;
  return writeResult(value) === record ? { kind: 'read', value } : { kind: 'fault', fault: '结果的排列或写法与格式不符' };
}
