import '#ui/screen-font.ts';
import type { ReactNode } from 'react';
import { listDistricts } from '#features/session/queries.ts';
import { publicScope } from '#platform/scope.ts';
import { PlainFrame } from '#ui/plain-frame.tsx';
import { TextSwitch } from '#ui/text-switch.tsx';

/** One column for the enterprise's telephone: no sign-in, no navigation. */
export default async function Layout({ children }: { children: ReactNode }) {
  const districts = await listDistricts(publicScope({ type: 'public' }));
  const about = districts.map(({ officeName, officePhone, officeHours }) => `${officeName}　${officePhone}　${officeHours}`);
  const links = [
    { href: '/check', label: '查验' },
    { href: '/rate', label: '评价' },
    { href: '/rate/receipt', label: '查回执' },
    { href: '/rules', label: '现行规则' },
  ];
  return (
    <PlainFrame who="企业用" end={<TextSwitch />} foot={{ about, links }}>
      {children}
    </PlainFrame>
  );
}
