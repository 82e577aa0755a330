import type { ReactNode } from 'react';
import { Foot, type FootProps } from './foot.tsx';
import { SkipLink } from './skip-link.tsx';

interface PlainFrameProps {
  /** Whose page this is, beside the product's name. */
  who?: string | undefined;
  /** The right end of the header; usually `<TextSwitch />`. */
  end?: ReactNode | undefined;
  /** Desk width instead of the phone's one column. */
  wide?: boolean | undefined;
  foot?: FootProps | undefined;
  children: ReactNode;
}

/** The frame of pages without navigation: phone pages, sign-in, errors. Brings no font of its own. */
export function PlainFrame({ who, end, wide = false, foot, children }: PlainFrameProps) {
  const width = wide ? 'wrap' : 'ph';
  return (
    <>
      <SkipLink />
      <header className="plain">
        <div className={width}>
          <span className="name">宁企通</span>
          {who ? <span className="who">{who}</span> : null}
          {end ? <div className="end">{end}</div> : null}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className={width}>{children}</div>
      </main>
      {foot ? <Foot {...foot} /> : null}
    </>
  );
}
