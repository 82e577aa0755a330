import type { Metadata } from 'next';
import { workExample } from '#features/draw-record/queries/work-example.ts';
import { MethodPage } from '#features/draw-record/ui/method-page.tsx';

export const metadata: Metadata = { title: '怎样抽、怎样验证' };
export const dynamic = 'force-dynamic';

export default function Page() {
  return <MethodPage example={workExample()} />;
}
