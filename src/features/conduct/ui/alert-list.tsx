import { alertKinds } from '#domain/conduct/alerts.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Fold } from '#ui/fold.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { handleAlertAction } from '../actions.ts';
import { alertWords } from '../labels.ts';
import type { AlertPage, AlertRow } from '../queries/list-alerts.ts';
import { type AlertFilter, rowsOnPage } from '../schema.ts';
import { alertsHref } from './hrefs.ts';

type Props = { readonly filter: AlertFilter; readonly list: AlertPage };

function Facts({ facts }: { facts: AlertRow['facts'] }) {
  return (
    <>
      {Object.entries(facts).map(([name, value]) => (
        <span key={name} className="line">
          {name}：{value}
        </span>
      ))}
    </>
  );
}

function Handling({ row, now }: { row: AlertRow; now: Date }) {
  if (row.handledAt)
    return (
      <>
        {momentWords(row.handledAt, now)} {row.handledBy?.name}
        <span className="m">{row.handledNote}</span>
      </>
    );
  return (
    <Fold summary="记录处理">
      <ActionForm action={handleAlertAction} className="stack close" errorTitle="没有记录">
        <input type="hidden" name="alert" value={row.id} />
        <AnsweredArea label="怎样处理的" name="note" id={`note-${row.id}`} maxLength={500} rows={2} />
        <SubmitButton pending="正在记录" small>
          记录处理结果
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function Filing({ row }: { row: AlertRow }) {
  return row.filing ? <a href={`/filings/${row.filing.id}`}>{row.filing.filingNo ?? '备案'}</a> : '—';
}

function columnsAt(now: Date): Column<AlertRow>[] {
  return [
    { key: 'kind', head: '提醒', rowHead: true, nowrap: true, cell: ({ kind }) => alertWords[kind] },
    { key: 'at', head: '时间', nowrap: true, stacked: '时间', cell: ({ raisedAt }) => momentWords(raisedAt, now) },
    { key: 'filing', head: '备案', stacked: '备案', cell: (row) => <Filing row={row} /> },
    { key: 'agency', head: '单位', nowrap: true, stacked: '单位', cell: ({ agency }) => agency?.shortName ?? '—' },
    { key: 'facts', head: '情况', cell: ({ facts }) => <Facts facts={facts} /> },
    { key: 'handling', head: '处理', cell: (row) => <Handling row={row} now={now} /> },
  ];
}

function Filters({ filter, list }: Props) {
  return (
    <FilterForm action="/alerts" clearHref={filter.kind || filter.agency ? alertsHref({ status: filter.status }) : undefined}>
      <input type="hidden" name="status" value={filter.status} />
      <FilterSelect
        label="提醒"
        name="kind"
        options={alertKinds.map((kind) => ({ value: kind, label: alertWords[kind] }))}
        value={filter.kind}
      />
      <FilterSelect
        label="单位"
        name="agency"
        options={list.agencies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        value={filter.agency}
      />
    </FilterForm>
  );
}

function Turns({ filter, list }: Props) {
  const from = (filter.page - 1) * rowsOnPage + 1;
  return (
    <Pager
      {...{ noun: '条', from, to: from + list.rows.length - 1, total: list.found, page: filter.page, pages: list.pages }}
      previous={filter.page > 1 ? alertsHref({ ...filter, page: filter.page - 1 }) : undefined}
      next={filter.page < list.pages ? alertsHref({ ...filter, page: filter.page + 1 }) : undefined}
    />
  );
}

/** What the office has to look at, and what it did about the rest. */
export function AlertList({ filter, list }: Props) {
  const isHandled = filter.status === 'handled';
  return (
    <>
      <PageHead crumb={{ href: '/conduct', label: '入企监督', here: '提醒' }} title="提醒" note={`${list.open} 条待处理`} />
      <SavedFilters
        label="提醒的状态"
        items={[
          { href: alertsHref({ ...filter, status: 'open', page: 1 }), label: '待处理', count: list.open, current: !isHandled },
          { href: alertsHref({ ...filter, status: 'handled', page: 1 }), label: '已处理', current: isHandled },
        ]}
      />
      <Filters filter={filter} list={list} />
      {list.rows.length === 0 ? <EmptyState title={isHandled ? '还没有处理过的提醒。' : '没有待处理的提醒。'} /> : null}
      {list.rows.length > 0 ? (
        <DataTable label="提醒列表" look="rows" columns={columnsAt(list.now)} rows={list.rows} rowKey={({ id }) => id} />
      ) : null}
      {list.rows.length > 0 ? <Turns filter={filter} list={list} /> : null}
    </>
  );
}
