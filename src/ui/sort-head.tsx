interface SortHeadProps {
  label: string;
  /** The list sorted by this column, or the other way round when it is sorted by it already. */
  href: string;
  direction?: 'ascending' | 'descending' | undefined;
  num?: boolean | undefined;
}

const arrows = { ascending: ' ↑', descending: ' ↓' };

/** A column head that sorts; the sorted one says so in `aria-sort` and with an arrow. */
export function SortHead({ label, href, direction, num = false }: SortHeadProps) {
  return (
    <th scope="col" className={num ? 'num' : undefined} aria-sort={direction}>
      <a href={href}>
        {label}
        {direction ? <span aria-hidden="true">{arrows[direction]}</span> : null}
      </a>
    </th>
  );
}
