import { webhookEvents } from '#domain/webhook/events.ts';
import { NewKey } from '#features/api-key/ui/new-key.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { createWebhookAction, revokeWebhookAction } from '../actions.ts';
import { sayWebhookEvent, webhookEventWords } from '../labels.ts';
import type { WebhookDesk, WebhookRow } from '../queries/load-webhooks.ts';

function Revoke({ id, url }: { id: string; url: string }) {
  return (
    <ActionForm action={revokeWebhookAction}>
      <input type="hidden" name="webhook" value={id} />
      <SubmitButton small look="negative" pending="正在撤销">
        撤销<span className="vh">回调 {url}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function State({ row: { revokedAt, failed, waiting } }: { row: WebhookRow }) {
  if (revokedAt) return <Status look="gone">已撤销</Status>;
  if (failed > 0) return <Status look="late">{failed} 条没有送达</Status>;
  return waiting > 0 ? <Status look="wait">{waiting} 条待送</Status> : <Status look="ok">可用</Status>;
}

function columnsAt(now: Date): Column<WebhookRow>[] {
  return [
    { key: 'agency', head: '单位', rowHead: true, nowrap: true, cell: (row) => row.agency },
    {
      key: 'url',
      head: '接收地址',
      cell: (row) => (
        <>
          <a className="mono break-all" href={`/webhooks/${row.id}`}>
            {row.url}
          </a>
          <span className="m">{row.events.map(sayWebhookEvent).join('、')}</span>
        </>
      ),
    },
    { key: 'sent', head: '已送达', num: true, cell: (row) => row.delivered },
    { key: 'at', head: '建立', nowrap: true, cell: (row) => `${momentWords(row.createdAt, now)}　${row.createdBy ?? ''}` },
    { key: 'state', head: '状态', nowrap: true, cell: (row) => <State row={row} /> },
    {
      key: 'do',
      head: '办理',
      hideHead: true,
      num: true,
      cell: (row) => (row.revokedAt ? momentWords(row.revokedAt, now) : <Revoke id={row.id} url={row.url} />),
    },
  ];
}

function Create({ agencies }: Pick<WebhookDesk, 'agencies'>) {
  return (
    <ActionForm action={createWebhookAction} className="stack close" errorTitle="没有建立">
      <NewKey />
      <AnsweredSelect label="单位" name="agency" blank="请选择" options={agencies} width="m" />
      <AnsweredText label="接收地址" name="url" width="l" hint="该单位系统的地址，以 https:// 开头，例如 https://example.cn/ningqi" />
      <AnsweredChoices
        type="checkbox"
        legend="推送哪些事件"
        name="events"
        options={webhookEvents.map((value) => ({ value, label: webhookEventWords[value], note: value }))}
        value={webhookEvents}
      />
      <div className="btns">
        <SubmitButton look="primary" pending="正在建立">
          建立回调
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The systems that a district's agencies are told by: make one, end one. */
export function WebhookDeskPage({ desk }: { desk: WebhookDesk }) {
  const used = desk.webhooks.filter(({ revokedAt }) => !revokedAt).length;
  return (
    <>
      <PageHead title="回调" note={`本区县 ${used} 个可用　只推送本单位备案的进展，不含企业评价和反映　签名密钥只显示一次`} />
      <div className="g">
        <Section className="c8" title="已建立的回调">
          {desk.webhooks.length > 0 ? (
            <DataTable label="已建立的回调" look="mid rows" columns={columnsAt(desk.now)} rows={desk.webhooks} rowKey={(row) => row.id} />
          ) : (
            <EmptyState title="还没有回调。" condition="先选单位，填写接收地址，再建立。" />
          )}
        </Section>
        <Section className="c4" title="建立回调">
          <Create agencies={desk.agencies} />
        </Section>
      </div>
    </>
  );
}
