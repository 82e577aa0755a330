import type { ReactNode } from 'react';

const shapes = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" className="solid" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" className="cut" />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5 8.2 2.2 2.2 3.8-4.4" />
    </>
  ),
  exempt: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" />
      <path d="m5.3 8.1 1.9 1.9 3.5-3.8" />
    </>
  ),
  rated: (
    <>
      <path d="M1.5 2h13v9.5H8L4.5 15v-3.5h-3z" className="solid" />
      <path d="m5 6.8 2.1 2.1 3.9-4.2" className="cut" />
    </>
  ),
  due: (
    <>
      <circle cx="8" cy="8" r="7" className="solid" />
      <path d="M8 4V8l2.6 1.8" className="hand" />
    </>
  ),
  wait: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.4 1.8" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2 14.6 14H1.4z" />
      <path d="M8 6.6v3.6m0 1v1.2" />
    </>
  ),
  no: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" className="solid" />
      <path d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4" className="cut" />
    </>
  ),
  late: (
    <>
      <path d="M8 1 15.5 15H.5z" className="solid" />
      <path d="M8 6v4.2m0 1.6v1.2" className="cut" />
    </>
  ),
  in: <path d="M9 2h5v12H9M1.5 8H10M7 4.8 10.2 8 7 11.2" />,
  out: <path d="M7 2H2v12h5M6 8h8.5M11.3 4.8 14.5 8l-3.2 3.2" />,
  draft: <circle cx="8" cy="8" r="6" strokeDasharray="2.6 2.1" />,
  gone: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 12 8-8" />
    </>
  ),
  back: <path d="M5.5 3 2 6.5 5.5 10M2 6.5h8a4 4 0 0 1 0 8H6" />,
  arch: (
    <>
      <path d="M1.5 2.5h13v3.5h-13zM2.5 6v8h11V6" />
      <path d="M6 9h4" />
    </>
  ),
  unrated: <path d="M2 2.5h12v8.5H8l-3.5 3.4V11H2z" strokeDasharray="2.4 1.8" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A status shape as decorative inline SVG; the word beside it carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
