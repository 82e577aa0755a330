import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { readMessagesAction } from '../actions.ts';
import type { Message } from '../queries.ts';

const columns: Column<Message>[] = [
  { key: 'at', head: '时间', nowrap: true, cell: ({ createdAt }) => momentWords(createdAt, createdAt) },
  { key: 'text', head: '消息', rowHead: true, cell: ({ href, text }) => <a href={href}>{text}</a> },
  {
    key: 'state',
    head: '状态',
    nowrap: true,
    cell: ({ readAt }) => (readAt ? <Status look="arch">已读</Status> : <Status look="wait">未读</Status>),
  },
];

/** One's own messages. */
export function Inbox({ messages }: { messages: readonly Message[] }) {
  const unread = messages.filter(({ readAt }) => readAt === null).length;
  return (
    <>
      <PageHead title="消息" note={`未读 ${unread} 条`}>
        {unread > 0 ? (
          <ActionForm action={readMessagesAction}>
            <SubmitButton pending="正在标记">全部标为已读</SubmitButton>
          </ActionForm>
        ) : null}
      </PageHead>
      {messages.length > 0 ? (
        <DataTable label="消息列表" look="rows" columns={columns} rows={messages} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="没有消息。" />
      )}
    </>
  );
}
