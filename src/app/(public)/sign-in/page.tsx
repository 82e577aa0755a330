import type { Metadata } from 'next';
import { connection } from 'next/server';
import { listDistricts } from '#features/session/queries.ts';
import { SignInPage } from '#features/session/ui/sign-in-page.tsx';
import { env } from '#platform/env.ts';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '登录' };

export default async function Page() {
  await connection();
  const districts = await listDistricts(publicScope({ type: 'public' }));
  const demoNote = env().NINGQI_DEMO === '1' ? '这是演示：账号和密码见启动时的终端，也见 README。' : null;
  return <SignInPage districts={districts} demoNote={demoNote} />;
}
