import { roleWords } from '#features/frame/labels.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { disableUserAction, enableUserAction } from '../actions.ts';
import type { UserRow } from '../queries.ts';

function Switch({ user }: { user: UserRow }) {
  if (user.isSelf) return <span className="hint">本人</span>;
  const name = <span className="vh">账号 {user.username}</span>;
  return (
    <ActionForm action={user.disabledAt ? enableUserAction : disableUserAction} key={user.disabledAt ? 'enable' : 'disable'}>
      <input type="hidden" name="user" value={user.id} />
      <SubmitButton small look={user.disabledAt ? 'plain' : 'negative'} pending="正在办理">
        {user.disabledAt ? '启用' : '停用'}
        {name}
      </SubmitButton>
    </ActionForm>
  );
}

const columns: Column<UserRow>[] = [
  { key: 'agency', head: '单位', nowrap: true, cell: (row) => row.agency },
  { key: 'name', head: '姓名', nowrap: true, rowHead: true, cell: (row) => row.name },
  { key: 'username', head: '账号', nowrap: true, cell: (row) => row.username },
  { key: 'role', head: '岗位', nowrap: true, cell: (row) => roleWords[row.role] },
  { key: 'seen', head: '最近使用', nowrap: true, cell: (row) => (row.lastSeenAt ? momentWords(row.lastSeenAt, row.now) : '没有') },
  { key: 'sessions', head: '在线', num: true, stacked: '在线', cell: (row) => row.sessions },
  {
    key: 'state',
    head: '状态',
    nowrap: true,
    cell: (row) => (row.disabledAt ? <Status look="gone">已停用</Status> : <Status look="ok">可用</Status>),
  },
  { key: 'do', head: '办理', hideHead: true, num: true, cell: (row) => <Switch user={row} /> },
];

/** A district's accounts: who may sign in, and who no longer. */
export function UserList({ users }: { users: readonly UserRow[] }) {
  const disabled = users.filter(({ disabledAt }) => disabledAt).length;
  return (
    <>
      <PageHead title="用户" note={`${users.length} 个账号，${disabled} 个已停用　停用后立即退出登录`} />
      <DataTable label="用户" look="mid rows" columns={columns} rows={users} rowKey={(row) => row.id} />
    </>
  );
}
