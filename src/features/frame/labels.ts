import type { Role } from '#domain/access/permissions.ts';

export const roleWords: Readonly<Record<Role, string>> = {
  officeClerk: '经办',
  officeDirector: '主任',
  agencyFiler: '填报人',
  agencyHead: '分管负责人',
  inspector: '执法人员',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
};

export type NavEntry = { readonly href: string; readonly label: string };

const rules: NavEntry = { href: '/rules', label: '规则' };
const filings: NavEntry = { href: '/filings', label: '备案' };
const desk = (home: string): NavEntry[] => [{ href: home, label: '首页' }, filings, { href: '/refusals', label: '不予备案' }, rules];

/** What each role's navigation holds; the first entry is its home. */
export const navOf: Readonly<Record<Role, readonly NavEntry[]>> = {
  officeClerk: desk('/office'),
  officeDirector: desk('/office'),
  agencyFiler: desk('/agency'),
  agencyHead: desk('/agency'),
  inspector: [{ href: '/inspector', label: '我的检查' }, filings, rules],
  systemAdmin: [{ href: '/users', label: '用户' }],
  securityAdmin: [
    { href: '/api-keys', label: '接口密钥' },
    { href: '/sessions', label: '在线会话' },
  ],
  auditAdmin: [{ href: '/audit', label: '审计记录' }],
};

/** Where a role starts. */
export function homeOf(role: Role): string {
  return navOf[role][0]?.href ?? '/';
}
