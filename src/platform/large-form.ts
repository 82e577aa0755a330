import { type NextRequest, NextResponse } from 'next/server';

/** What the framework takes of a form; beyond it, it answers with words of its own. */
const mostFormBytes = 6 * 1024 * 1024;

/** Pages with a form for a file: where they begin, and the page that says that a file is too large. */
const uploads: readonly { readonly under: string; readonly page: string }[] = [
  { under: '/declarations/sheets/', page: '/declarations/sheets/new' },
  { under: '/enterprises/imports', page: '/enterprises/imports' },
  { under: '/inspectors/imports', page: '/inspectors/imports' },
];

/** Where a sheet that is too large leads: to the page that says so. With scripts the page does not send it in the first place. */
export function refuseLargeForm({ method, headers, nextUrl }: NextRequest): NextResponse | null {
  const isPlainForm = method === 'POST' && !headers.has('next-action');
  const upload = uploads.find(({ under }) => nextUrl.pathname.startsWith(under));
  if (!isPlainForm || !upload || Number(headers.get('content-length')) <= mostFormBytes) return null;
  const target = nextUrl.clone();
  target.pathname = upload.page;
  target.searchParams.set('tooLarge', 'yes');
  return NextResponse.redirect(target, 303);
}
