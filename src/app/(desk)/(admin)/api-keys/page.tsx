import type { Metadata } from 'next';
import { loadKeyDesk } from '#features/api-key/queries.ts';
import { KeyDeskPage } from '#features/api-key/ui/key-desk.tsx';
import { requireAdmin } from '#platform/session.ts';

export const metadata: Metadata = { title: '接口密钥' };

export default async function Page() {
  return <KeyDeskPage desk={await loadKeyDesk(await requireAdmin('securityAdmin'))} />;
}
