import Link from 'next/link';
import type { ReactNode } from 'react';

interface PagerProps {
  /** What is counted, such as 件. */
  noun: string;
  /** First and last row on this page, counted from 1, and all of them. */
  from: number;
  to: number;
  total: number;
  page: number;
  pages: number;
  previous?: string | undefined;
  next?: string | undefined;
  /** The choice of rows per page, as a form with method get. */
  children?: ReactNode | undefined;
}

/** Where one is in a list and the ways on, as plain links. */
export function Pager({ noun, from, to, total, page, pages, previous, next, children }: PagerProps) {
  return (
    <nav className="pager" aria-label="分页">
      <span>
        第 {from}—{to} {noun}，共 {total} {noun}
      </span>
      {previous ? (
        <Link href={previous} rel="prev" prefetch={false}>
          上一页
        </Link>
      ) : null}
      {next ? (
        <Link href={next} rel="next" prefetch={false}>
          下一页
        </Link>
      ) : null}
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      {children}
    </nav>
  );
}
