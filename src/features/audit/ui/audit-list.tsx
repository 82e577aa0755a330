import Link from 'next/link';
import { isoOf } from '#domain/calendar/iso.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { actorWords, eventWords, sayEvent } from '../labels.ts';
import type { AuditDesk, AuditRow } from '../queries.ts';
import type { AuditFilter } from '../schema.ts';
import { ChainCheck } from './chain-check.tsx';

function auditHref(filter: AuditFilter): string {
  const words = Object.entries(filter).filter(([, value]) => value !== undefined);
  return words.length === 0 ? '/audit' : `/audit?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const columns: Column<AuditRow>[] = [
  { key: 'seq', head: '序号', num: true, rowHead: true, stacked: '序号', cell: (row) => row.seq },
  { key: 'at', head: '时间', nowrap: true, cell: (row) => isoOf(row.at).slice(0, 19).replace('T', ' ') },
  { key: 'who', head: '谁', nowrap: true, cell: (row) => [row.agency, actorWords[row.who] ?? row.who].filter(Boolean).join('　') },
  { key: 'event', head: '做了什么', nowrap: true, cell: (row) => sayEvent(row.event) },
  { key: 'subject', head: '对象', cell: (row) => <span className="mono">{row.subject}</span> },
  { key: 'detail', head: '内容', cell: (row) => <span className="mono">{JSON.stringify(row.detail)}</span> },
  { key: 'request', head: '请求编号', cell: (row) => <span className="mono">{row.requestId}</span> },
  { key: 'hash', head: '散列', nowrap: true, cell: (row) => <span className="mono">{row.hash.slice(0, 12)}</span> },
];

function Filters({ filter, desk }: { filter: AuditFilter; desk: AuditDesk }) {
  const isFiltered = [filter.event, filter.actor, filter.subject].some((value) => value !== undefined);
  return (
    <FilterForm action="/audit" clearHref={isFiltered ? auditHref({ year: desk.year }) : undefined}>
      <FilterSelect
        label="年份"
        name="year"
        any="本年"
        options={desk.years.map((year) => ({ value: String(year), label: String(year) }))}
        value={String(desk.year)}
      />
      <FilterSelect
        label="做了什么"
        name="event"
        options={Object.entries(eventWords).map(([value, label]) => ({ value, label }))}
        value={filter.event}
      />
      <FilterText label="姓名、账号、密钥开头" name="actor" value={filter.actor} />
      <FilterText label="对象编号" name="subject" value={filter.subject} />
    </FilterForm>
  );
}

function Turns({ filter, desk }: { filter: AuditFilter; desk: AuditDesk }) {
  const { before: _before, ...first } = filter;
  return (
    <nav className="pager" aria-label="分页">
      {filter.before ? (
        <Link href={auditHref(first)} prefetch={false}>
          最新的
        </Link>
      ) : null}
      {desk.next ? (
        <Link href={auditHref({ ...filter, before: desk.next })} rel="next" prefetch={false}>
          更早的
        </Link>
      ) : null}
    </nav>
  );
}

/** A district's log: who did what, when, and whether the chain still fits. */
export function AuditList({ filter, desk }: { filter: AuditFilter; desk: AuditDesk }) {
  return (
    <>
      <PageHead title="审计记录" note={`${desk.year} 年共 ${desk.length} 条，只增不改，条条相连`}>
        <ChainCheck year={desk.year} />
      </PageHead>
      <Filters filter={filter} desk={desk} />
      {desk.rows.length > 0 ? (
        <DataTable label="审计记录" look="dense rows" columns={columns} rows={desk.rows} rowKey={(row) => String(row.seq)} />
      ) : (
        <EmptyState title="没有符合条件的记录。" ways={[{ href: '/audit', label: '清除全部条件' }]} />
      )}
      <Turns filter={filter} desk={desk} />
    </>
  );
}
