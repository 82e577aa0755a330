import Link from 'next/link';

export interface SavedFilter {
  href: string;
  label: string;
  count?: number | undefined;
  current?: boolean | undefined;
}

/** Filters kept under a name, the one in use underlined. */
export function SavedFilters({ items, label = '保存的筛选' }: { items: readonly SavedFilter[]; label?: string | undefined }) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} prefetch={false} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count === undefined ? '' : ` ${item.count}`}
        </Link>
      ))}
    </nav>
  );
}
