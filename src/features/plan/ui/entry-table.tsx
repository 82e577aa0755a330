import { computeDoorVisits } from '#domain/declaration/line.ts';
import { kindWords, methodWords } from '#domain/inspection/words.ts';
import { sayItemDays, sayMonths, saySource } from '#domain/plan/plan-item.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { Status } from '#ui/status.tsx';
import type { EntryMatter, PublishedEntry } from '../queries/load-plan.ts';

function Matter({ matter, isJoint }: { matter: EntryMatter; isJoint: boolean }) {
  const { name, instrument, article, agency } = matter;
  return (
    <span className="line">
      {name}
      {isJoint && agency ? `　${agency}` : ''}
      <span className="m">
        《{instrument}》{article}
      </span>
    </span>
  );
}

function More({ entry }: { entry: PublishedEntry }) {
  const { kind, form, details, parties, months, poolLabel, source, approvalDocument } = entry;
  const items = [
    { term: '类别', value: `${kindWords[kind]}　${methodWords[form]}` },
    { term: '事项', value: details.map((matter) => <Matter key={matter.code} matter={matter} isJoint={parties.length > 1} />) },
    ...(months.length > 0 ? [{ term: '月份', value: sayMonths(months) }] : []),
    ...(poolLabel ? [{ term: '对象', value: poolLabel }] : []),
    ...(source ? [{ term: '来源', value: saySource(source) }] : []),
    ...(approvalDocument ? [{ term: '批准文件', value: approvalDocument }] : []),
  ];
  return (
    <Fold summary={[kindWords[kind], methodWords[form], `${details.length} 个事项和依据`, approvalDocument].filter(Boolean).join('　')}>
      <KeyValues tight items={items} />
    </Fold>
  );
}

function Draw({ entry: { drawNo, drawHref, fullCoverage, form } }: { entry: PublishedEntry }) {
  if (drawHref)
    return (
      <a href={drawHref}>
        <Status look={drawNo ? 'ok' : 'wait'}>{drawNo ?? '正在抽取'}</Status>
      </a>
    );
  if (computeDoorVisits(form, 1) === 0) return <Status look="arch">不入企</Status>;
  return fullCoverage ? <Status look="arch">全覆盖，不抽取</Status> : <Status look="later">未抽取</Status>;
}

const columns: readonly Column<PublishedEntry>[] = [
  { key: 'no', head: '编号', nowrap: true, cell: ({ no }) => <span id={no}>{no}</span> },
  {
    key: 'title',
    head: '名称',
    rowHead: true,
    cell: (entry) => (
      <>
        <b>{entry.title}</b>
        <More entry={entry} />
      </>
    ),
  },
  {
    key: 'agencies',
    head: '单位',
    stacked: '单位',
    cell: ({ parties }) => parties.map(({ name, isLead }) => `${name}${isLead && parties.length > 1 ? '（牵头）' : ''}`).join('、'),
  },
  { key: 'days', head: '时间', nowrap: true, stacked: '时间', cell: (entry) => sayItemDays(entry) },
  { key: 'quota', head: '计划', num: true, nowrap: true, stacked: '计划', cell: ({ quota }) => `${quota} 家` },
];
const leftColumn: Column<PublishedEntry> = {
  ...{ key: 'left', head: '余', num: true, nowrap: true, stacked: '余' },
  cell: ({ left }) => (left === null ? '' : `${left} 家`),
};
const drawColumn: Column<PublishedEntry> = {
  key: 'draw',
  head: '抽取',
  nowrap: true,
  stacked: '抽取',
  cell: (entry) => <Draw entry={entry} />,
};

/** Entries of one version; places left only where the version is in force. */
export function EntryTable({ entries, isCurrent }: { entries: readonly PublishedEntry[]; isCurrent: boolean }) {
  const shown = isCurrent ? [...columns, leftColumn, drawColumn] : [...columns, drawColumn];
  return <DataTable label="计划项" look="rows" columns={shown} rows={entries} rowKey={({ no }) => no} />;
}
