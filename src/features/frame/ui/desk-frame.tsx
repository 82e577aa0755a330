import type { ReactNode } from 'react';
import { closeSessionAction } from '#features/session/actions.ts';
import { ForgetPages } from '#features/visit/ui/forget-pages.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AppFrame } from '#ui/app-frame.tsx';
import type { Frame } from '../queries.ts';

const footLinks = [
  { href: '/plans', label: '检查计划' },
  { href: '/draws', label: '抽取公开' },
  { href: '/rules', label: '现行规则' },
  { href: '/check', label: '查验' },
  { href: '/accessibility', label: '无障碍说明' },
];

function SignOut() {
  return (
    <ActionForm action={closeSessionAction} id="sign-out">
      <ForgetPages form="sign-out" />
      <button type="submit">退出</button>
    </ActionForm>
  );
}

type DeskFrameProps = { frame: Frame; hasMessages: boolean; hasFilings: boolean; children: ReactNode };

/** The frame of every page behind the sign-in. */
export function DeskFrame({ frame, hasMessages, hasFilings, children }: DeskFrameProps) {
  return (
    <AppFrame
      home="/home"
      who={frame.who}
      nav={frame.nav}
      {...(hasFilings ? { search: { action: '/filings', placeholder: '企业、信用代码、备案编号' } } : {})}
      {...(hasMessages ? { messages: { href: '/inbox', count: frame.unread } } : {})}
      signOut={<SignOut />}
      foot={{
        about: [`宁企通　${frame.districtName}涉企检查备案`, `${frame.officeName}　${frame.officePhone}`],
        links: footLinks,
        note: '时间均为北京时间，以数据库时钟为准',
      }}
    >
      {children}
    </AppFrame>
  );
}
