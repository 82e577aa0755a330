import type { Metadata } from 'next';
import { listResultChoices, listResults } from '#features/finding/queries/list-results.ts';
import { resultFilter } from '#features/finding/schema.ts';
import { PublicResults } from '#features/finding/ui/results-page.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '检查结果公示' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = publicScope({ type: 'public' });
  const filter = resultFilter.parse(await searchParams);
  const [list, choices] = await Promise.all([listResults(scope, filter), listResultChoices(scope)]);
  return <PublicResults list={list} choices={choices} filter={filter} />;
}
