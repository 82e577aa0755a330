import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadEnterprise } from '#features/enterprise/queries/load-enterprise.ts';
import { enterpriseId } from '#features/enterprise/schema.ts';
import { EnterpriseRecordPage } from '#features/enterprise/ui/enterprise-page.tsx';
import { loadContacts } from '#features/territory/queries/list-contacts.ts';
import { ContactSection } from '#features/territory/ui/contact-section.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '企业' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requirePlanner();
  const asked = enterpriseId.safeParse({ enterprise: (await params).id });
  const enterprise = asked.success ? await loadEnterprise(scope, asked.data.enterprise) : null;
  if (!enterprise) notFound();
  const view = await loadContacts(scope, enterprise.id);
  const contacts = view && <ContactSection enterprise={enterprise.id} view={view} canAssign={scope.kind === 'office'} />;
  return <EnterpriseRecordPage enterprise={enterprise} reader={scope.kind} contacts={contacts} />;
}
