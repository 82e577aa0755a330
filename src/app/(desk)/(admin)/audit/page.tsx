import type { Metadata } from 'next';
import { loadAuditDesk } from '#features/audit/queries.ts';
import { auditFilter } from '#features/audit/schema.ts';
import { AuditList } from '#features/audit/ui/audit-list.tsx';
import { requireAdmin } from '#platform/session.ts';

export const metadata: Metadata = { title: '审计记录' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAdmin('auditAdmin');
  const filter = auditFilter.parse(await searchParams);
  return <AuditList filter={filter} desk={await loadAuditDesk(scope, filter)} />;
}
