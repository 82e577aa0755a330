import type { Metadata } from 'next';
import { takeCodePoint } from '#features/verification/limits.ts';
import { loadCode } from '#features/verification/queries.ts';
import { BusyPage } from '#features/verification/ui/busy-page.tsx';
import { CodePage } from '#features/verification/ui/code-page.tsx';
import { callerAddress } from '#platform/request.ts';

export const metadata: Metadata = { title: '查验', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ publicCode: string }> }) {
  const wait = await takeCodePoint(await callerAddress());
  if (wait !== null) return <BusyPage seconds={wait} />;
  return <CodePage view={await loadCode((await params).publicCode)} />;
}
