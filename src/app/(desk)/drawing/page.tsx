import type { Metadata } from 'next';
import { loadDrawDesk } from '#features/draw/queries/list-draws.ts';
import { drawFilter } from '#features/draw/schema.ts';
import { DrawDesk } from '#features/draw/ui/draw-desk.tsx';
import { requireDrawReader, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '双随机抽取' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireDrawReader();
  const filter = drawFilter.parse(await searchParams);
  return <DrawDesk desk={await loadDrawDesk(scope, filter)} filter={filter} reader={await requireUser()} />;
}
