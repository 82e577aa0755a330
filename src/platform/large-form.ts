import { type NextRequest, NextResponse } from 'next/server';

/** What the framework takes of a form; beyond it, it answers with words of its own. */
const mostFormBytes = 6 * 1024 * 1024;

/** Where a sheet that is too large leads: to the page that says so. With scripts the page does not send it in the first place. */
export function refuseLargeForm({ method, headers, nextUrl }: NextRequest): NextResponse | null {
  const isPlainForm = method === 'POST' && !headers.has('next-action') && nextUrl.pathname.startsWith('/declarations/sheets/');
  if (!isPlainForm || Number(headers.get('content-length')) <= mostFormBytes) return null;
  const target = nextUrl.clone();
  target.pathname = '/declarations/sheets/new';
  target.searchParams.set('tooLarge', 'yes');
  return NextResponse.redirect(target, 303);
}
