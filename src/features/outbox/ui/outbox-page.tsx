import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { resendAllAction, resendMessageAction } from '../actions.ts';
import { channelWords, nameOfTemplate, statusLabel } from '../labels.ts';
import type { MessageList, MessageRow } from '../queries/list-messages.ts';
import { messagesOnPage, type OutboxFilter } from '../schema.ts';

function Resend({ row }: { row: MessageRow }) {
  return (
    <ActionForm action={resendMessageAction}>
      <input type="hidden" name="message" value={row.id} />
      <SubmitButton small pending="正在重发">
        重发<span className="vh">给 {row.recipient}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function State({ row }: { row: MessageRow }) {
  const { word, look } = statusLabel(row);
  return (
    <>
      <Status look={look}>{word}</Status>
      {row.error ? <span className="m">{row.error}</span> : null}
    </>
  );
}

function columnsAt(now: Date): Column<MessageRow>[] {
  return [
    { key: 'at', head: '写入', nowrap: true, cell: ({ createdAt }) => momentWords(createdAt, now) },
    { key: 'what', head: '内容', rowHead: true, cell: ({ template }) => nameOfTemplate(template) },
    { key: 'to', head: '发给', nowrap: true, stacked: '发给', cell: ({ channel, recipient }) => `${channelWords[channel]}　${recipient}` },
    { key: 'state', head: '状态', cell: (row) => <State row={row} /> },
    { key: 'tries', head: '次数', num: true, stacked: '次数', cell: ({ attempts }) => attempts },
    { key: 'sent', head: '发出', nowrap: true, cell: ({ sentAt }) => (sentAt ? momentWords(sentAt, now) : '') },
    { key: 'do', head: '办理', hideHead: true, num: true, cell: (row) => (row.status === 'failed' ? <Resend row={row} /> : null) },
  ];
}

const hrefOf = (status: string | undefined, page: number) =>
  `/outbox?${new URLSearchParams({ ...(status ? { status } : {}), page: String(page) })}`;

function Rows({ list, filter }: { list: MessageList; filter: OutboxFilter }) {
  const { rows, total, pages, now } = list;
  if (rows.length === 0) {
    const ways = filter.status ? [{ href: '/outbox', label: '看全部' }] : [];
    return <EmptyState title="没有这样的消息。" condition="评价邀请、提醒和结果告知发出后列在这里。" ways={ways} />;
  }
  const from = (filter.page - 1) * messagesOnPage + 1;
  return (
    <>
      <DataTable label="发件箱" look="mid rows" columns={columnsAt(now)} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '条', from, to: from + rows.length - 1, total, page: filter.page, pages }}
        previous={filter.page > 1 ? hrefOf(filter.status, filter.page - 1) : undefined}
        next={filter.page < pages ? hrefOf(filter.status, filter.page + 1) : undefined}
      />
    </>
  );
}

/** What went out to enterprises and people, what waits, and what could not be sent. Recipients are masked, links are never shown. */
export function OutboxPage({ list, filter }: { list: MessageList; filter: OutboxFilter }) {
  return (
    <>
      <PageHead
        title="发件箱"
        crumb={{ href: '/feedback', label: '评价', here: '发件箱' }}
        note={`没有发出 ${list.failed} 条　号码和邮箱只显示一部分，链接发送时才生成`}
      >
        {list.failed > 0 ? (
          <ActionForm action={resendAllAction}>
            <SubmitButton pending="正在重发">重发没有发出的 {list.failed} 条</SubmitButton>
          </ActionForm>
        ) : null}
      </PageHead>
      <Section
        title={`消息 ${list.total} 条`}
        end={
          <>
            <a href="/outbox">全部</a>　<a href="/outbox?status=queued">待发</a>　<a href="/outbox?status=failed">没有发出</a>　
            {list.isDemo ? <a href="/mailbox">演示信箱</a> : null}
          </>
        }
      >
        <Rows list={list} filter={filter} />
      </Section>
    </>
  );
}
