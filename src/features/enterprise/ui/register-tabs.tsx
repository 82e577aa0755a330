import { NavList } from '#ui/nav-list.tsx';

/** Who reads the registers: it decides which tabs there are. */
export type RegisterReader = 'office' | 'agency';

const shared = [
  { href: '/enterprises', label: '企业' },
  { href: '/inspectors', label: '执法人员' },
];
const tabs = {
  office: [
    ...shared,
    { href: '/enterprises/duplicates', label: '疑似重复' },
    { href: '/enterprises/imports', label: '导入企业' },
    { href: '/contacts', label: '联系和告知' },
  ],
  agency: [...shared, { href: '/inspectors/imports', label: '导入执法人员' }],
};

/** The lists that make up the registers. */
export function RegisterTabs({ reader }: { reader: RegisterReader }) {
  return (
    <nav className="nav tabs" aria-label="名录">
      <NavList items={tabs[reader]} />
    </nav>
  );
}
