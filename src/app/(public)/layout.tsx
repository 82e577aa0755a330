import '#ui/screen-font.ts';
import type { ReactNode } from 'react';
import { listDistricts } from '#features/session/queries.ts';
import { publicScope } from '#platform/scope.ts';
import { PlainFrame } from '#ui/plain-frame.tsx';
import { TextSwitch } from '#ui/text-switch.tsx';

export default async function Layout({ children }: { children: ReactNode }) {
  const districts = await listDistricts(publicScope({ type: 'public' }));
  const phones = districts.map(({ name, officeName, officePhone }) => `${name}　${officeName}　${officePhone}`);
  return (
    <PlainFrame
      wide
      who="涉企检查备案"
      end={<TextSwitch />}
      foot={{
        about: phones,
        links: [
          { href: '/check', label: '查验' },
          { href: '/plans', label: '检查计划' },
          { href: '/draws', label: '抽取公开' },
          { href: '/results', label: '检查结果' },
          { href: '/statistics', label: '公开统计' },
          { href: '/rules', label: '现行规则' },
          { href: '/sign-in', label: '登录' },
          { href: '/accessibility', label: '无障碍说明' },
        ],
      }}
    >
      {children}
    </PlainFrame>
  );
}
