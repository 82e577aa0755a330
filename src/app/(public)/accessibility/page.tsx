import type { Metadata } from 'next';
import { AccessibilityPage } from '#features/frame/ui/accessibility-page.tsx';

export const metadata: Metadata = { title: '无障碍说明' };

export default function Page() {
  return <AccessibilityPage />;
}
