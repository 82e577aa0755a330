import type { Metadata } from 'next';
import { listUsers } from '#features/user/queries.ts';
import { UserList } from '#features/user/ui/user-list.tsx';
import { requireAdmin } from '#platform/session.ts';

export const metadata: Metadata = { title: '用户' };

export default async function Page() {
  return <UserList users={await listUsers(await requireAdmin('systemAdmin'))} />;
}
