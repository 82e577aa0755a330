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
  witness: '监督员',
  territoryOfficer: '属地',
  contactLeader: '联系领导',
  liaison: '联络员',
};

export type NavEntry = { readonly href: string; readonly label: string; readonly also?: readonly string[] };

const rules: NavEntry = { href: '/rules', label: '规则' };
const filings: NavEntry = { href: '/filings', label: '备案' };
const declarations: NavEntry = { href: '/declarations', label: '申报' };
const draws: NavEntry = { href: '/drawing', label: '抽取' };
const deskEntries: readonly NavEntry[] = [
  declarations,
  draws,
  filings,
  { href: '/emergencies', label: '紧急' },
  { href: '/findings', label: '结果' },
  { href: '/refusals', label: '不予备案' },
  { href: '/matters', label: '事项' },
  { href: '/enterprises', label: '名录', also: ['/inspectors', '/contacts'] },
  rules,
];
const officeEntries: readonly NavEntry[] = [
  { href: '/office', label: '首页' },
  { href: '/review', label: '计划' },
  ...deskEntries.slice(0, -1),
  { href: '/conduct', label: '监督', also: ['/alerts'] },
  { href: '/feedback', label: '评价', also: ['/outbox'] },
  rules,
];
const agencyEntries: readonly NavEntry[] = [
  { href: '/agency', label: '首页' },
  ...deskEntries.slice(0, -1),
  { href: '/conduct', label: '监督' },
  { href: '/feedback', label: '评价' },
  rules,
];
const noticeEntries: readonly NavEntry[] = [{ href: '/territory', label: '入企告知' }, rules];

/** What each role's navigation holds; the first entry is its home. */
export const navOf: Readonly<Record<Role, readonly NavEntry[]>> = {
  officeClerk: officeEntries,
  officeDirector: officeEntries,
  agencyFiler: agencyEntries,
  agencyHead: agencyEntries,
  inspector: [{ href: '/inspector', label: '我的检查' }, filings, rules],
  systemAdmin: [{ href: '/users', label: '用户' }],
  securityAdmin: [
    { href: '/api-keys', label: '接口密钥' },
    { href: '/webhooks', label: '回调' },
    { href: '/sessions', label: '在线会话' },
  ],
  auditAdmin: [{ href: '/audit', label: '审计记录' }],
  witness: [draws, rules],
  territoryOfficer: noticeEntries,
  contactLeader: noticeEntries,
  liaison: noticeEntries,
};

/** Where a role starts. */
export function homeOf(role: Role): string {
  return navOf[role][0]?.href ?? '/';
}
