import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: ReactNode;
  /** What stands at the right end of the header: a count, a link. */
  end?: ReactNode | undefined;
  /** Id of the heading, for links that lead here. */
  id?: string | undefined;
  /** Grid and print classes, such as `c6` or `main1`. */
  className?: string | undefined;
  /** A thin rule instead of the ink rule, and a heading one level lower. */
  sub?: boolean | undefined;
  children: ReactNode;
}

/** A section opened by an ink rule and named by its heading. */
export function Section({ title, end, id, className, sub = false, children }: SectionProps) {
  const own = useId();
  const headingId = id ?? own;
  const Heading = sub ? 'h3' : 'h2';
  return (
    <section className={['sec', sub && 'sub', className].filter(Boolean).join(' ')} aria-labelledby={headingId}>
      <header>
        <Heading id={headingId}>{title}</Heading>
        {end ? <div className="end">{end}</div> : null}
      </header>
      {children}
    </section>
  );
}
