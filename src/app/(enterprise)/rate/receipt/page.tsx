import type { Metadata } from 'next';
import { ReceiptPage } from '#features/feedback/ui/receipt-page.tsx';

export const metadata: Metadata = { title: '查回执', robots: { index: false } };

export default function Page() {
  return <ReceiptPage />;
}
