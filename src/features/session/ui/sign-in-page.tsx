import { Section } from '#ui/section.tsx';
import type { DistrictOption } from '../queries.ts';
import { SignInForm } from './sign-in-form.tsx';

const openLinks = [
  { href: '/check', label: '查验一次检查是否真实' },
  { href: '/rules', label: '查看现行规则和依据' },
];

/** The way in for staff, and what everybody may see without it. */
export function SignInPage({ districts, demoNote }: { districts: readonly DistrictOption[]; demoNote: string | null }) {
  return (
    <div className="g pt-8">
      <div className="c5 stack close">
        <h1>登录</h1>
        <SignInForm districts={districts} />
        {demoNote ? <p className="say">{demoNote}</p> : null}
        <p className="hint">忘记密码，请联系本单位的系统管理员。30 分钟不操作自动退出。</p>
      </div>
      <Section className="c4 at8" title="不用登录">
        <ul className="plain-list">
          {openLinks.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
