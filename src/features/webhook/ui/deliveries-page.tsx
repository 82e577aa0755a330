import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { redeliverAction } from '../actions.ts';
import { sayWebhookEvent } from '../labels.ts';
import type { Deliveries, DeliveryRow } from '../queries/load-webhooks.ts';

const size = 30;

const answerOf = ({ status, error }: DeliveryRow) => error || (status === null ? '' : `对方应答 ${status}`);

function State({ row, now }: { row: DeliveryRow; now: Date }) {
  if (row.deliveredAt) return <Status look="ok">{momentWords(row.deliveredAt, now)} 送达</Status>;
  if (!row.nextAt) return <Status look="late">没有送达，不再重试</Status>;
  return row.attempts === 0 ? <Status look="wait">待送</Status> : <Status look="due">{momentWords(row.nextAt, now)} 重试</Status>;
}

function Again({ id, event }: DeliveryRow) {
  return (
    <ActionForm action={redeliverAction}>
      <input type="hidden" name="delivery" value={id} />
      <SubmitButton small pending="正在重发">
        重发<span className="vh">{sayWebhookEvent(event)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function columnsOf({ now, webhook }: Deliveries): Column<DeliveryRow>[] {
  return [
    { key: 'at', head: '时间', nowrap: true, cell: ({ createdAt }) => momentWords(createdAt, now) },
    {
      key: 'event',
      head: '事件',
      rowHead: true,
      cell: ({ id, event, filingNo }) => (
        <>
          {sayWebhookEvent(event)}　{filingNo ?? ''}
          <span className="m mono">{id}</span>
        </>
      ),
    },
    { key: 'tries', head: '次数', num: true, cell: ({ attempts }) => attempts },
    { key: 'answer', head: '应答', cell: answerOf },
    { key: 'state', head: '状态', cell: (row) => <State row={row} now={now} /> },
    { key: 'do', head: '办理', hideHead: true, num: true, cell: (row) => (webhook.revokedAt ? null : <Again {...row} />) },
  ];
}

/** What was sent to one system, the latest first; each can be sent again under the same id. */
export function DeliveriesPage({ list }: { list: Deliveries }) {
  const { webhook, rows, total, page, pages } = list;
  const from = (page - 1) * size + 1;
  const at = (target: number) => `/webhooks/${webhook.id}?page=${target}`;
  return (
    <>
      <PageHead
        title={`推送记录　${webhook.agency}`}
        note={`${webhook.url}　送达 ${webhook.delivered}，待送 ${webhook.waiting}，没有送达 ${webhook.failed}`}
      >
        <a href="/webhooks">全部回调</a>
      </PageHead>
      {rows.length > 0 ? (
        <>
          <DataTable label="推送记录" look="rows" columns={columnsOf(list)} rows={rows} rowKey={({ id }) => id} />
          <Pager
            {...{ noun: '条', from, to: from + rows.length - 1, total, page, pages }}
            previous={page > 1 ? at(page - 1) : undefined}
            next={page < pages ? at(page + 1) : undefined}
          />
        </>
      ) : (
        <EmptyState title="还没有推送。" condition="该单位的备案有进展时自动推送。" />
      )}
    </>
  );
}
