import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadRating } from '#features/feedback/queries/load-rating.ts';
import { RatingPage } from '#features/feedback/ui/rating-page.tsx';
import { readLinkHash } from '#platform/link-cookie.ts';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '评价检查', robots: { index: false } };

export default async function Page() {
  const hash = await readLinkHash();
  const view = hash === null ? null : await loadRating(publicScope({ type: 'public' }), hash);
  return view ? <RatingPage view={view} /> : redirect('/rate');
}
