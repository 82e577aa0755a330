import { RegisterTabs } from '#features/enterprise/ui/register-tabs.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { spanWords } from '#ui/words.ts';
import type { ContactPage, ContactRow, WaitingNotice } from '../queries/list-contacts.ts';
import type { ContactFilter } from '../schema.ts';
import { PhoneNotice } from './phone-notice.tsx';

const columns: Column<ContactRow>[] = [
  {
    key: 'name',
    head: '企业',
    rowHead: true,
    cell: ({ id, name, uscc }) => (
      <>
        <a href={`/enterprises/${id}#contacts`}>{name}</a>
        <span className="m">{uscc}</span>
      </>
    ),
  },
  { key: 'territory', head: '属地', cell: ({ territory }) => territory },
  { key: 'leader', head: '联系领导', nowrap: true, stacked: '联系领导', cell: ({ leader }) => leader ?? '未指定' },
  { key: 'liaison', head: '联络员', nowrap: true, stacked: '联络员', cell: ({ liaison }) => liaison ?? '未指定' },
];

const waitingColumns: Column<WaitingNotice>[] = [
  {
    key: 'enterprise',
    head: '企业',
    rowHead: true,
    cell: ({ id, enterprise, agency }) => (
      <>
        <a href={`/filings/${id}`}>{enterprise}</a>
        <span className="m">{agency}</span>
      </>
    ),
  },
  { key: 'when', head: '入企时间', cell: ({ start, end, sentAt }) => spanWords({ start, end }, sentAt) },
  {
    key: 'territory',
    head: '属地',
    cell: ({ territory, hasOfficer }) => (
      <>
        {territory}
        <span className="m">{hasOfficer ? '可在系统签收' : '没有账号，请电话告知'}</span>
      </>
    ),
  },
  {
    key: 'phone',
    head: '电话签收',
    cell: ({ id, sentAt, enterprise }) => <PhoneNotice filing={id} sentAt={sentAt} enterprise={enterprise} />,
  },
];

function Waiting({ rows }: { rows: readonly WaitingNotice[] }) {
  return (
    <Section title="属地还没有签收的告知" id="waiting" end={`${rows.length} 件`}>
      {rows.length > 0 ? (
        <DataTable label="待签收的告知" look="rows mid" columns={waitingColumns} rows={rows} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="告知都已签收。" />
      )}
    </Section>
  );
}

function hrefOf({ q, lacking }: ContactFilter, page: number): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(lacking ? { lacking } : {}), page: String(page) });
  return `/contacts?${query}`;
}

function Rows({ list, filter }: { list: ContactPage; filter: ContactFilter }) {
  const { rows, total, page, pages } = list;
  if (rows.length === 0) return <EmptyState title="没有符合条件的重点企业。" ways={[{ href: '/contacts', label: '清除全部条件' }]} />;
  const from = (page - 1) * 30 + 1;
  return (
    <>
      <DataTable label="重点企业和联系人" look="rows" columns={columns} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '家', from, to: from + rows.length - 1, total, page, pages }}
        previous={page > 1 ? hrefOf(filter, page - 1) : undefined}
        next={page < pages ? hrefOf(filter, page + 1) : undefined}
      />
    </>
  );
}

/** For the office: notices that wait for a word, and who looks after which key enterprise. */
export function ContactsPage({ list, filter, waiting }: { list: ContactPage; filter: ContactFilter; waiting: readonly WaitingNotice[] }) {
  return (
    <>
      <PageHead title="名录" />
      <RegisterTabs reader="office" />
      <Waiting rows={waiting} />
      <Section title={`重点企业 ${list.total} 家`}>
        <FilterForm action="/contacts" clearHref={filter.q || filter.lacking ? '/contacts' : undefined}>
          <FilterText label="企业名称、拼音或代码" name="q" value={filter.q} />
          <FilterSelect label="联系人" name="lacking" options={[{ value: 'yes', label: '还缺联系领导或联络员' }]} value={filter.lacking} />
        </FilterForm>
        <Rows list={list} filter={filter} />
      </Section>
    </>
  );
}
