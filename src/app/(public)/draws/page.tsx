import type { Metadata } from 'next';
import { listDrawChoices, listPublicDraws } from '#features/draw-record/queries/list-public-draws.ts';
import { drawListQuery } from '#features/draw-record/schema.ts';
import { PublicDrawList } from '#features/draw-record/ui/draw-list.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '抽取公开' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = publicScope({ type: 'public' });
  const query = drawListQuery.parse(await searchParams);
  const [list, choices] = await Promise.all([listPublicDraws(scope, query), listDrawChoices(scope)]);
  return <PublicDrawList list={list} choices={choices} query={query} />;
}
