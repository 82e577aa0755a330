import type { Metadata } from 'next';
import { OpenRatingPage } from '#features/feedback/ui/open-page.tsx';

export const metadata: Metadata = { title: '评价一次检查', robots: { index: false } };

export default function Page() {
  return <OpenRatingPage />;
}
