import type { ReactNode } from 'react';
import { PlainFrame } from '#ui/plain-frame.tsx';
import { TextForm } from '#ui/text-form.tsx';

interface CodeDocumentProps {
  title: string;
  /** Whose font the page takes: the code's, or any text where no code is shown. */
  code: string;
  /** The page's own address, for the text switch. */
  path: string;
  isLarge: boolean;
  children: ReactNode;
}

/** A whole document without scripts: what a phone gets when it scans a code. */
export function CodeDocument({ title, code, path, isLarge, children }: CodeDocumentProps) {
  return (
    <html lang="zh-CN" data-text={isLarge ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        <title>{`${title}　宁企通`}</title>
        <link rel="stylesheet" href="/c/style.css" />
        <link rel="stylesheet" href={`/c/${encodeURIComponent(code)}/font.css`} />
      </head>
      <body>
        <PlainFrame who="检查真伪查验" end={<TextForm back={path} />}>
          {children}
        </PlainFrame>
      </body>
    </html>
  );
}
