import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { template: '%s　宁企通', default: '宁企通' },
  description: '区县涉企检查的申报、抽取、备案与查验',
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#173f75' };

/** The document; the text size comes from the reader's cookie so that it holds without scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const text = (await cookies()).get('text')?.value === 'large' ? 'large' : undefined;
  return (
    <html lang="zh-CN" data-text={text}>
      <body>{children}</body>
    </html>
  );
}
