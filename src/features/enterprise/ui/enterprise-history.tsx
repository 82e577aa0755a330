import { FilingStatusMark } from '#features/filing/ui/status-mark.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { dayWords, momentWords } from '#ui/words.ts';
import type { DrawRow, EnterpriseView, VisitRow } from '../queries/load-enterprise.ts';
import type { RegisterReader } from './register-tabs.tsx';

function visitColumns(now: Date): Column<VisitRow>[] {
  return [
    { key: 'when', head: '入企时间', nowrap: true, cell: ({ startsAt }) => momentWords(startsAt, now) },
    {
      key: 'no',
      head: '备案',
      rowHead: true,
      nowrap: true,
      cell: ({ id, filingNo, filedFor }) => (
        <>
          <a href={`/filings/${id}`}>{filingNo ?? '未编号'}</a>
          {filedFor ? <span className="m">记在 {filedFor}</span> : null}
        </>
      ),
    },
    { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
    { key: 'status', head: '状态', nowrap: true, cell: ({ status }) => <FilingStatusMark status={status} /> },
  ];
}

/** This year's visits that the reader may open, and how many there are by everybody. */
export function EnterpriseVisits({ enterprise, reader }: { enterprise: EnterpriseView; reader: RegisterReader }) {
  const { visits, visitsByAll, now } = enterprise;
  const condition = reader === 'office' ? undefined : `其他单位共 ${visitsByAll} 次。`;
  return (
    <Section title={reader === 'office' ? '本年备案' : '本年本单位参加的备案'} end={`各单位有效备案共 ${visitsByAll} 次`}>
      {visits.length > 0 ? (
        <DataTable label="本年备案" look="dense rows" columns={visitColumns(now)} rows={visits} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="本年没有备案。" condition={visitsByAll > 0 ? condition : undefined} />
      )}
    </Section>
  );
}

function drawColumns(now: Date): Column<DrawRow>[] {
  return [
    { key: 'no', head: '抽取', rowHead: true, nowrap: true, cell: ({ no, href }) => <a href={href}>{no}</a> },
    { key: 'entry', head: '计划项', nowrap: true, cell: ({ entry }) => entry ?? '' },
    {
      key: 'place',
      head: '结果',
      nowrap: true,
      cell: ({ position, publishedAt }) => (position ? `抽中，第 ${position} 位` : publishedAt ? '在名单中，没有抽中' : '在名单中'),
    },
    { key: 'at', head: '公布', nowrap: true, cell: ({ publishedAt }) => (publishedAt ? dayWords(publishedAt, now) : '还没有公布') },
  ];
}

/** The draws whose lists it stood on. */
export function EnterpriseDraws({ draws, now }: { draws: readonly DrawRow[]; now: Date }) {
  return (
    <Section title="参加过的抽取" end={`${draws.length} 次`}>
      {draws.length > 0 ? (
        <DataTable
          label="参加过的抽取"
          look="dense rows"
          columns={drawColumns(now)}
          rows={draws}
          rowKey={({ no, entry, position }) => `${no}${entry}${position}`}
        />
      ) : (
        <EmptyState title="没有参加过抽取。" />
      )}
    </Section>
  );
}
