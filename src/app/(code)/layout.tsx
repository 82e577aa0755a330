import type { ReactNode } from 'react';
import { PlainFrame } from '#ui/plain-frame.tsx';
import { TextSwitch } from '#ui/text-switch.tsx';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <PlainFrame who="检查真伪查验" end={<TextSwitch />}>
      {children}
    </PlainFrame>
  );
}
