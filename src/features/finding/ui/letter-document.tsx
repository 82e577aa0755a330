import type { ReactNode } from 'react';
import { PlainFrame } from '#ui/plain-frame.tsx';
import { TextForm } from '#ui/text-form.tsx';

interface LetterDocumentProps {
  code: string;
  /** The page's own address, for the text switch. */
  path: string;
  isLarge: boolean;
  children: ReactNode;
}

/** A whole document without scripts: what an enterprise's phone gets from the link to its letter. */
export function LetterDocument({ code, path, isLarge, children }: LetterDocumentProps) {
  return (
    <html lang="zh-CN" data-text={isLarge ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        <title>检查结果告知书　宁企通</title>
        <link rel="stylesheet" href="/c/style.css" />
        <link rel="stylesheet" href={`/l/${encodeURIComponent(code)}/font.css`} />
      </head>
      <body>
        <PlainFrame who="检查结果告知" end={<TextForm back={path} />}>
          {children}
        </PlainFrame>
      </body>
    </html>
  );
}
