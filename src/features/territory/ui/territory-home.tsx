import { statusLabels } from '#features/filing/labels.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords, spanWords } from '#ui/words.ts';
import { acknowledgeAllAction, acknowledgeNoticeAction, readAllNoticesAction, readNoticeAction } from '../actions.ts';
import { acknowledgedWords, contactWords } from '../labels.ts';
import type { OwnEnterprise } from '../queries/list-contacts.ts';
import type { ToldVisit, ToldVisits } from '../queries/list-visits.ts';
import { seenLine } from '../schema.ts';

type Reader = 'territory' | 'contact';
const words = {
  territory: { verb: '签收', all: '全部签收', waiting: '待签收', action: acknowledgeNoticeAction, allAction: acknowledgeAllAction },
  contact: { verb: '已阅', all: '全部已阅', waiting: '未阅', action: readNoticeAction, allAction: readAllNoticesAction },
} as const;

function Receipt({ visit, now }: { visit: ToldVisit; now: Date }) {
  const { acknowledgedAt, acknowledgedHow } = visit;
  if (!acknowledgedAt) return <Status look="wait">属地待签收</Status>;
  const how = acknowledgedHow ? acknowledgedWords[acknowledgedHow] : '属地签收';
  return (
    <Status look="ok">
      {how}　{momentWords(acknowledgedAt, now)}
    </Status>
  );
}

const who: Column<ToldVisit> = {
  key: 'enterprise',
  head: '企业',
  rowHead: true,
  cell: ({ enterprise, site, emergency }) => (
    <>
      <b>{enterprise}</b>
      {emergency ? '　紧急' : ''}
      <span className="m">{site}</span>
    </>
  ),
};
const whoComes: Column<ToldVisit> = {
  key: 'agency',
  head: '谁来查',
  cell: ({ agencies, officers, matters }) => (
    <>
      {agencies.join('、')}　{officers.join('、')}
      <span className="m">{matters.length > 0 ? matters.join('、') : '事项待补报'}</span>
    </>
  ),
};
const when = (now: Date): Column<ToldVisit> => ({
  key: 'when',
  head: '时间',
  cell: ({ start, end, sentAt }) => (
    <>
      {spanWords({ start, end }, now)}
      <span className="m">{momentWords(sentAt, now)} 告知</span>
    </>
  ),
});
const receipt = (now: Date): Column<ToldVisit> => ({ key: 'receipt', head: '签收', cell: (visit) => <Receipt visit={visit} now={now} /> });
const state: Column<ToldVisit> = {
  key: 'status',
  head: '状态',
  nowrap: true,
  cell: ({ status }) => <Status look={statusLabels[status].look}>{statusLabels[status].word}</Status>,
};
const press = (reader: Reader): Column<ToldVisit> => ({
  key: 'verb',
  head: '操作',
  hideHead: true,
  num: true,
  cell: ({ id, sentAt, enterprise }) => (
    <ActionForm action={words[reader].action}>
      <input type="hidden" name="filing" value={id} />
      {reader === 'territory' ? <input type="hidden" name="sentAt" value={sentAt.toISOString()} /> : null}
      <SubmitButton small pending={`正在${words[reader].verb}`}>
        {words[reader].verb}
        <span className="vh">{enterprise}的告知</span>
      </SubmitButton>
    </ActionForm>
  ),
});

function Waiting({ rows, now, reader }: { rows: readonly ToldVisit[]; now: Date; reader: Reader }) {
  const { all, allAction, waiting } = words[reader];
  if (rows.length === 0) return null;
  return (
    <Section
      title={`${waiting} ${rows.length} 件`}
      end={
        <ActionForm action={allAction}>
          {reader === 'territory' ? rows.map((visit) => <input key={visit.id} type="hidden" name="seen" value={seenLine(visit)} />) : null}
          <SubmitButton small look="primary" pending={`正在${all}`}>
            {all}
          </SubmitButton>
        </ActionForm>
      }
    >
      {reader === 'territory' ? <p className="hint mb-3">签收后检查人员才能签到入企。</p> : null}
      <DataTable
        label={`${waiting}的告知`}
        look="rows mid"
        columns={[who, whoComes, when(now), press(reader)]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

function Now({ title, none, rows, now }: { title: string; none: string; rows: readonly ToldVisit[]; now: Date }) {
  return (
    <Section title={title} end={`${rows.length} 件`}>
      {rows.length > 0 ? (
        <DataTable label={title} look="rows" columns={[who, whoComes, when(now), receipt(now)]} rows={rows} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={none} />
      )}
    </Section>
  );
}

function Past({ past, now }: { past: ToldVisits['past']; now: Date }) {
  const { rows, total, page, pages } = past;
  if (rows.length === 0) return null;
  const from = (page - 1) * 20 + 1;
  return (
    <Section title="以往">
      <DataTable
        label="以往的检查"
        look="rows"
        columns={[who, whoComes, when(now), state, receipt(now)]}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <Pager
        {...{ noun: '件', from, to: from + rows.length - 1, total, page, pages }}
        previous={page > 1 ? `/territory?page=${page - 1}` : undefined}
        next={page < pages ? `/territory?page=${page + 1}` : undefined}
      />
    </Section>
  );
}

const ownColumns: Column<OwnEnterprise>[] = [
  { key: 'name', head: '企业', rowHead: true, cell: ({ name }) => name },
  { key: 'kind', head: '身份', nowrap: true, cell: ({ kind }) => contactWords[kind] },
  { key: 'address', head: '地址', cell: ({ address }) => address },
  { key: 'since', head: '自', nowrap: true, cell: ({ since }) => since },
];

type Props = { visits: ToldVisits; reader: Reader; place: string; own: readonly OwnEnterprise[] };

/** What comes to the enterprises of a territory or of a contact: to be acknowledged first, then who is inside, then what is coming. */
export function TerritoryHome({ visits, reader, place, own }: Props) {
  const { now, current, past } = visits;
  const of = (group: ToldVisit['group']) => current.filter((visit) => visit.group === group);
  return (
    <>
      <PageHead title="入企告知" note={place} />
      <Waiting rows={of('waiting')} now={now} reader={reader} />
      <Now title="现在在企业" none="现在没有人在企业检查。" rows={of('inside')} now={now} />
      <Now title="将要入企" none="没有将要入企的检查。" rows={of('coming')} now={now} />
      {own.length > 0 ? (
        <Section title="联系的企业" end={`${own.length} 家`}>
          <DataTable label="联系的企业" look="rows" columns={ownColumns} rows={own} rowKey={({ id, kind }) => `${id}${kind}`} />
        </Section>
      ) : null}
      <Past past={past} now={now} />
    </>
  );
}
