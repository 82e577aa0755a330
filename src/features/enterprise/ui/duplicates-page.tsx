import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { suspicionWords } from '../labels.ts';
import type { DuplicatePage, SuspectedPair } from '../queries/list-duplicates.ts';
import { RegisterTabs } from './register-tabs.tsx';
import { count } from './words.ts';

const perPage = 50;

function Side({ id, name, uscc, address }: SuspectedPair['one']) {
  return (
    <>
      <a href={`/enterprises/${id}`}>{name}</a>
      <span className="m">{uscc}</span>
      <span className="m">{address}</span>
    </>
  );
}

const columns: Column<SuspectedPair>[] = [
  { key: 'one', head: '一条', rowHead: true, cell: ({ one }) => <Side {...one} /> },
  { key: 'other', head: '另一条', cell: ({ other }) => <Side {...other} /> },
  { key: 'why', head: '为什么', nowrap: true, cell: ({ why }) => suspicionWords[why] },
  {
    key: 'verb',
    head: '操作',
    hideHead: true,
    nowrap: true,
    cell: ({ one, other }) => (
      <a href={`/enterprises/merge?one=${one.id}&other=${other.id}`}>
        比较并合并<span className="vh">：{one.name}</span>
      </a>
    ),
  },
];

/** The pairs of the register that may be one enterprise, for the office to compare. */
export function DuplicatesPage({ list: { pairs, total, page, pages } }: { list: DuplicatePage }) {
  const from = (page - 1) * perPage + 1;
  const at = (number: number) => `/enterprises/duplicates?page=${number}`;
  return (
    <>
      <PageHead title="名录" />
      <RegisterTabs reader="office" />
      <Section title={`疑似重复 ${count(total)} 对`} end="名称相同，或地址相同而代码只差一位">
        {pairs.length > 0 ? (
          <DataTable label="疑似重复" look="rows" columns={columns} rows={pairs} rowKey={({ one, other }) => `${one.id}${other.id}`} />
        ) : (
          <EmptyState title="没有疑似重复的企业。" ways={[{ href: '/enterprises', label: '看企业名录' }]} />
        )}
        {pages > 1 && pairs.length > 0 ? (
          <Pager
            {...{ noun: '对', from, to: from + pairs.length - 1, total, page, pages }}
            previous={page > 1 ? at(page - 1) : undefined}
            next={page < pages ? at(page + 1) : undefined}
          />
        ) : null}
      </Section>
    </>
  );
}
