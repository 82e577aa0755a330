import type { ReactNode } from 'react';
import { loadFrame } from '#features/frame/queries.ts';
import { DeskFrame } from '#features/frame/ui/desk-frame.tsx';
import { requireStaff } from '#platform/session.ts';

export default async function Layout({ children }: { children: ReactNode }) {
  const scope = await requireStaff();
  return (
    <DeskFrame
      frame={await loadFrame(scope)}
      hasMessages={scope.kind !== 'admin'}
      hasFilings={['agency', 'office', 'inspector'].includes(scope.kind)}
    >
      {children}
    </DeskFrame>
  );
}
