import type { ReactNode } from 'react';

interface LetterSectionProps {
  title: string;
  /** Names the heading within the page: a page without scripts is made without React's own ids. */
  id: string;
  sub?: boolean | undefined;
  children: ReactNode;
}

/** A section of a letter's page, named by its heading. */
export function LetterSection({ title, id, sub = false, children }: LetterSectionProps) {
  const Heading = sub ? 'h3' : 'h2';
  return (
    <section className={sub ? 'sec sub' : 'sec'} aria-labelledby={id}>
      <header>
        <Heading id={id}>{title}</Heading>
      </header>
      {children}
    </section>
  );
}
