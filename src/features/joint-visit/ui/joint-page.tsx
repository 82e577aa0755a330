import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { viewWords } from '../labels.ts';
import type { JointDesk } from '../queries/load-joint-desk.ts';
import { type JointFilter, jointViews } from '../schema.ts';
import { ApartTable } from './apart-table.tsx';
import { JoinAll } from './join-all.tsx';
import { JoinedTable } from './joined-table.tsx';
import { ProposalTable } from './proposal-table.tsx';

type View = JointFilter['view'];

const hrefOf = (view: View, page = 1) =>
  view === 'proposals' && page === 1 ? '/drawing/joint' : `/drawing/joint?view=${view}${page > 1 ? `&page=${page}` : ''}`;

const nothing = {
  proposals: { title: '没有可以合并的企业。', condition: '各单位的抽取公布后，同一企业被几个单位抽中、时间相交的，列在这里。' },
  joined: { title: '还没有合并的联合检查。', condition: '合并后由牵头单位备案。' },
  apart: { title: '没有不能合并的。', condition: '同一企业被几次抽中而不能合并的，连同理由列在这里。' },
} as const;

function Rows({ view, desk }: { view: View; desk: JointDesk }) {
  if (desk[view].length === 0) return <EmptyState {...nothing[view]} />;
  if (view === 'proposals') return <ProposalTable desk={desk} />;
  return view === 'joined' ? <JoinedTable desk={desk} /> : <ApartTable desk={desk} />;
}

function Turns({ view, desk: { page, pages, size, counts, ...desk } }: { view: View; desk: JointDesk }) {
  const rows = desk[view].length;
  if (rows === 0) return null;
  const from = (page - 1) * size + 1;
  return (
    <Pager
      {...{ noun: view === 'apart' ? '对' : '户', from, to: from + rows - 1, total: counts[view], page, pages }}
      previous={page > 1 ? hrefOf(view, page - 1) : undefined}
      next={page < pages ? hrefOf(view, page + 1) : undefined}
    />
  );
}

/** Joint visits: what several agencies drew at one enterprise, made one visit by the office. */
export function JointPage({ view, desk }: { view: View; desk: JointDesk }) {
  return (
    <>
      <PageHead
        title="联合检查"
        note="同一企业被几个单位抽中、时间相交的，合并为一次入企，由牵头单位备案。"
        crumb={{ href: '/drawing', label: '抽取', here: '联合检查' }}
      />
      <SavedFilters
        label="合并情况"
        items={jointViews.map((one) => ({ label: viewWords[one], count: desk.counts[one], href: hrefOf(one), current: one === view }))}
      />
      {view === 'proposals' && desk.canAct && desk.counts.proposals > 0 ? <JoinAll count={desk.counts.proposals} /> : null}
      <Rows view={view} desk={desk} />
      <Turns view={view} desk={desk} />
    </>
  );
}
