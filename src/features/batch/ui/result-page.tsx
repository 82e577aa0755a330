import { FilingStatusMark } from '#features/filing/ui/status-mark.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Figures } from '#ui/figures.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { RefreshEvery } from '#ui/refresh-every.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords, spanWords } from '#ui/words.ts';
import { approveBatchAction } from '../actions.ts';
import { batchLabels } from '../labels.ts';
import type { BatchDesk, BatchItem } from '../queries/load-batch.ts';
import { ItemGrounds } from './item-verdict.tsx';

function Fate({ item: { status, filing, verdict, say } }: { item: BatchItem }) {
  if (status === 'waiting') return <Status look="later">等待判定</Status>;
  if (status === 'failed') return <Status look="no">{say}</Status>;
  if (!filing)
    return (
      <>
        <Status look="no">不能备案</Status>
        {verdict ? <ItemGrounds verdict={verdict} open /> : null}
      </>
    );
  return (
    <>
      <FilingStatusMark status={filing.status} />　<a href={`/filings/${filing.id}`}>{filing.filingNo ?? '查看'}</a>
      {say ? <span className="m">{say}</span> : null}
      {say && verdict ? <ItemGrounds verdict={verdict} /> : null}
    </>
  );
}

function Items({ batch }: { batch: BatchDesk }) {
  const columns: Column<BatchItem>[] = [
    { key: 'position', head: '序', num: true, cell: ({ position }) => position },
    {
      key: 'name',
      head: '企业',
      rowHead: true,
      cell: ({ name, uscc }) => (
        <>
          <b>{name}</b>
          <span className="m">{uscc}</span>
        </>
      ),
    },
    { key: 'time', head: '时间', stacked: '时间', nowrap: true, cell: (item) => spanWords(item, batch.now) },
    { key: 'fate', head: '结果', stacked: '结果', cell: (item) => <Fate item={item} /> },
  ];
  return <DataTable label="这一批的结果" look="rows" columns={columns} rows={batch.items} rowKey={({ position }) => String(position)} />;
}

function Approval({ batch }: { batch: BatchDesk }) {
  if (batch.isApproving) return <p className="say">正在逐件批准，还有 {batch.waiting} 件。可以离开，结果会留在这里。</p>;
  if (batch.waiting === 0) return null;
  return (
    <Section title="批准">
      <ActionForm action={approveBatchAction} errorTitle="没有批准">
        <input type="hidden" name="batch" value={batch.id} />
        <p className="hint mb-3">批准时按现在的时间逐件重新判定；符合的即时备案，不符合的留下理由，不影响其他件。</p>
        <SubmitButton pending="正在批准" look="primary">
          批准全部 {batch.waiting} 件
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Progress({ batch }: { batch: BatchDesk }) {
  return (
    <>
      <p className="say" role="status">
        正在逐家判定并送批：{batch.done} / {batch.total}。可以离开，结果会留在这里。
      </p>
      <progress value={batch.done} max={batch.total} aria-label="送批进度" />
    </>
  );
}

/** A batch that was sent: how far it is, what became of each, and the head's one button. */
export function BatchResultPage({ batch, isHead }: { batch: BatchDesk; isHead: boolean }) {
  const { word, look } = batchLabels[batch.status];
  const refused = batch.items.filter(({ status }) => status === 'refused').length;
  const isRunning = batch.status === 'sending' || batch.isApproving;
  return (
    <>
      <PageHead
        title={`批量备案　${batch.total} 家`}
        note={
          <>
            <Status look={look}>{word}</Status>　{batch.author}
            {batch.sentAt ? `　${momentWords(batch.sentAt, batch.now)} 送批` : ''}
          </>
        }
        crumb={{ href: '/filings/batches', label: '批量备案', here: '结果' }}
      />
      {isRunning ? <RefreshEvery seconds={2} /> : null}
      {batch.status === 'sending' ? <Progress batch={batch} /> : null}
      <Figures
        items={[
          { value: String(batch.waiting), label: '待批准', base: `共 ${batch.total} 家` },
          { value: String(batch.filed), label: '已批准', base: '备案或转办公室处理' },
          { value: String(refused), label: '不能备案', base: '理由见下' },
        ]}
      />
      {isHead || batch.isApproving ? <Approval batch={batch} /> : null}
      <Section title="逐家结果" end={`${batch.done} / ${batch.total}`}>
        <Items batch={batch} />
      </Section>
    </>
  );
}
