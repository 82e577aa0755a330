import type { Metadata } from 'next';
import { findDoorPlaces } from '#features/door-report/queries/load-reports.ts';
import { doorQuery } from '#features/door-report/schema.ts';
import { DoorPage } from '#features/door-report/ui/door-page.tsx';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '告诉办公室', robots: { index: false } };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const query = doorQuery.parse(await searchParams);
  const wait = await takeCodePoint(await callerAddress());
  const code = wait === null ? query.code : '';
  return <DoorPage query={query} places={await findDoorPlaces(publicScope({ type: 'public' }), code)} />;
}
