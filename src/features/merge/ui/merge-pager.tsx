import { Pager } from '#ui/pager.tsx';
import type { MergePages } from '../schema.ts';

interface MergePagerProps {
  year: number;
  pages: MergePages;
  /** Which of the two lists of the page it turns. */
  turned: keyof MergePages;
  shown: { size: number; count: number; total: number };
}

/** Turns one list of the page and leaves the other where it is. */
export function MergePager({ year, pages, turned, shown: { size, count, total } }: MergePagerProps) {
  const page = pages[turned];
  const last = Math.max(1, Math.ceil(total / size));
  const at = (number: number) => `/review/${year}/merges?${new URLSearchParams({ ...toWords(pages), [turned]: String(number) })}`;
  if (last <= 1) return null;
  return (
    <Pager
      noun={turned === 'page' ? '条' : '对'}
      from={(page - 1) * size + Math.min(1, count)}
      to={(page - 1) * size + count}
      total={total}
      page={page}
      pages={last}
      previous={page > 1 ? at(page - 1) : undefined}
      next={page < last ? at(page + 1) : undefined}
    />
  );
}

function toWords({ page, pairs }: MergePages): Record<string, string> {
  return { page: String(page), pairs: String(pairs) };
}
