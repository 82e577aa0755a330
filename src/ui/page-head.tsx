import Link from 'next/link';
import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  /** The way back, shown above the title with the title's own words as its last step. */
  crumb?: { href: string; label: string; here: string } | undefined;
  /** What the page shows, in one line beside the title. */
  note?: ReactNode | undefined;
  /** Buttons at the right end. */
  children?: ReactNode | undefined;
}

/** The head of a page: the way back, title, one line, actions. */
export function PageHead({ title, crumb, note, children }: PageHeadProps) {
  return (
    <>
      {crumb ? (
        <p className="crumb">
          <Link href={crumb.href} prefetch={false}>
            {crumb.label}
          </Link>{' '}
          / {crumb.here}
        </p>
      ) : null}
      <div className="head">
        <h1>{title}</h1>
        {note ? <p>{note}</p> : null}
        {children ? <div className="end btns">{children}</div> : null}
      </div>
    </>
  );
}
