'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export interface NavItem {
  href: string;
  label: string;
  /** Addresses beside its own that belong to it. */
  also?: readonly string[];
  /** Things waiting to be done there. */
  count?: number | undefined;
}

const liesUnder = (path: string, href: string) => path === href || path.startsWith(href === '/' ? '//' : `${href}/`);

/** The longest entry that the address lies under, so that 首页 is current only on its own page. */
function findCurrent(items: readonly NavItem[], path: string) {
  return items
    .filter(({ href, also = [] }) => [href, ...also].some((each) => liesUnder(path, each)))
    .reduce<NavItem | undefined>((best, item) => (best && best.href.length >= item.href.length ? best : item), undefined);
}

/** The main navigation's entries, the current one marked. */
export function NavList({ items }: { items: readonly NavItem[] }) {
  const current = findCurrent(items, usePathname());
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Link href={item.href} prefetch={false} aria-current={item === current ? 'page' : undefined}>
            {item.label}
            {item.count ? (
              <span className="n">
                {item.count}
                <span className="vh">项待办</span>
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
