import { roleWords } from '#features/frame/labels.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { revokeSessionAction } from '../actions.ts';
import type { SessionRow } from '../queries.ts';

function End({ session }: { session: SessionRow }) {
  if (session.isOwn) return <span className="hint">本次登录</span>;
  return (
    <ActionForm action={revokeSessionAction}>
      <input type="hidden" name="session" value={session.id} />
      <SubmitButton small look="negative" pending="正在结束">
        结束<span className="vh">{session.name} 的会话</span>
      </SubmitButton>
    </ActionForm>
  );
}

const columns: Column<SessionRow>[] = [
  { key: 'agency', head: '单位', nowrap: true, cell: (row) => row.agency },
  { key: 'name', head: '姓名', nowrap: true, rowHead: true, cell: (row) => `${row.name}　${row.username}` },
  { key: 'role', head: '岗位', nowrap: true, cell: (row) => roleWords[row.role] },
  { key: 'from', head: '登录', nowrap: true, cell: (row) => momentWords(row.createdAt, row.now) },
  { key: 'seen', head: '最近使用', nowrap: true, cell: (row) => momentWords(row.lastSeenAt, row.now) },
  { key: 'do', head: '办理', hideHead: true, num: true, cell: (row) => <End session={row} /> },
];

/** Who is signed in right now, and how to end that. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  return (
    <>
      <PageHead title="在线会话" note={`${sessions.length} 个　结束后，对方下一次操作须重新登录`} />
      <DataTable label="在线会话" look="mid rows" columns={columns} rows={sessions} rowKey={(row) => row.id} />
    </>
  );
}
