import type { Metadata } from 'next';
import { loadCode } from '#features/verification/queries.ts';
import { BusyPage } from '#features/verification/ui/busy-page.tsx';
import { CodePage, PageFont } from '#features/verification/ui/code-page.tsx';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';

export const metadata: Metadata = { title: '查验', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ publicCode: string }> }) {
  const { publicCode } = await params;
  const wait = await takeCodePoint(await callerAddress());
  return (
    <>
      <PageFont code={publicCode} />
      {wait === null ? <CodePage view={await loadCode(publicCode)} /> : <BusyPage seconds={wait} />}
    </>
  );
}
