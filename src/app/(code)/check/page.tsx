import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CheckPage } from '#features/verification/ui/check-page.tsx';
import { PageFont } from '#features/verification/ui/code-page.tsx';

export const metadata: Metadata = { title: '查验' };

export default async function Page({ searchParams }: { searchParams: Promise<{ code?: unknown }> }) {
  const { code } = await searchParams;
  if (typeof code === 'string' && code.trim() !== '') redirect(`/c/${encodeURIComponent(code.trim().slice(0, 80))}`);
  return (
    <>
      <PageFont code="0" />
      <CheckPage />
    </>
  );
}
