import { families } from '#domain/notification/families.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { readMessageAction, readMessagesAction, takeMessageAction } from '../actions.ts';
import { familyWords, sayFamily } from '../labels.ts';
import type { Inbox as Box, Message } from '../queries/load-inbox.ts';
import type { InboxFilter } from '../schema.ts';

const size = 30;

function Press({ message, view }: { message: Message; view: InboxFilter['view'] }) {
  if (message.doneAt) return null;
  const [action, verb, pending] =
    view === 'mine' ? [readMessageAction, '标为已读', '正在标记'] : ([takeMessageAction, '我来办', '正在接手'] as const);
  return (
    <ActionForm action={action}>
      <input type="hidden" name="message" value={message.id} />
      <SubmitButton small pending={pending}>
        {verb}
        <span className="vh">：{message.text}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function Mine({ doneAt }: Message) {
  return doneAt ? <Status look="arch">已读</Status> : <Status look="wait">未读</Status>;
}

function Posted({ message, now }: { message: Message; now: Date }) {
  if (message.takenBy) return <Status look="ok">{message.takenBy} 接手</Status>;
  if (message.doneAt) return <Status look="arch">已经办了</Status>;
  if (message.escalatedAt) return <Status look="late">超时，已报上一级</Status>;
  return (
    <>
      <Status look="wait">待接手</Status>
      {message.escalatesAt ? <span className="m">{momentWords(message.escalatesAt, now)} 前无人接手，报上一级</span> : null}
    </>
  );
}

function columnsOf({ now, filter: { view } }: Box): Column<Message>[] {
  return [
    { key: 'at', head: '时间', nowrap: true, cell: ({ createdAt }) => momentWords(createdAt, now) },
    { key: 'family', head: '类别', nowrap: true, cell: ({ event }) => sayFamily(event) },
    { key: 'text', head: '消息', rowHead: true, cell: ({ href, text }) => <a href={href}>{text}</a> },
    { key: 'state', head: '状态', cell: (message) => (view === 'mine' ? <Mine {...message} /> : <Posted message={message} now={now} />) },
    { key: 'do', head: '办理', hideHead: true, num: true, cell: (message) => <Press message={message} view={view} /> },
  ];
}

function addressOf(filter: InboxFilter, page: number): string {
  const query = new URLSearchParams({ view: filter.view, page: String(page) });
  if (filter.family) query.set('family', filter.family);
  if (filter.state) query.set('state', filter.state);
  return `/inbox?${query}`;
}

function Filters({ filter }: { filter: InboxFilter }) {
  const states = filter.view === 'mine' ? ['未读', '已读'] : ['待接手', '已接手'];
  return (
    <FilterForm action="/inbox" {...(filter.family || filter.state ? { clearHref: `/inbox?view=${filter.view}` } : {})}>
      <input type="hidden" name="view" value={filter.view} />
      <FilterSelect
        label="类别"
        name="family"
        options={families.map((family) => ({ value: family, label: familyWords[family] }))}
        value={filter.family}
      />
      <FilterSelect
        label="状态"
        name="state"
        options={['open', 'done'].map((value, nth) => ({ value, label: states[nth] ?? '' }))}
        value={filter.state}
      />
    </FilterForm>
  );
}

function List({ box }: { box: Box }) {
  const { rows, total, pages, filter } = box;
  const { page } = filter;
  const from = (page - 1) * size + 1;
  if (rows.length === 0) return <EmptyState title="没有消息。" />;
  return (
    <>
      <DataTable label="消息列表" look="rows" columns={columnsOf(box)} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '条', from, to: from + rows.length - 1, total, page, pages }}
        previous={page > 1 ? addressOf(filter, page - 1) : undefined}
        next={page < pages ? addressOf(filter, page + 1) : undefined}
      />
    </>
  );
}

/** One's own messages, and those to one's post of which one person handles each. */
export function Inbox({ box }: { box: Box }) {
  const { unread, untaken, filter } = box;
  return (
    <>
      <PageHead title="消息" note={`未读 ${unread} 条，本岗位待接手 ${untaken} 条`}>
        <a className={buttonClass({})} href="/inbox/preferences">
          接收方式
        </a>
        {unread > 0 ? (
          <ActionForm action={readMessagesAction}>
            <SubmitButton pending="正在标记">全部标为已读</SubmitButton>
          </ActionForm>
        ) : null}
      </PageHead>
      <SavedFilters
        label="收件箱"
        items={[
          { href: '/inbox', label: '给我的', count: unread, current: filter.view === 'mine' },
          { href: '/inbox?view=role', label: '给本岗位的', count: untaken, current: filter.view === 'role' },
        ]}
      />
      <Filters filter={filter} />
      <List box={box} />
    </>
  );
}
