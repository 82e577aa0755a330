import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import { isForeignSite } from '#platform/api-body.ts';

/** Remembers the text size (长者模式) for a year and goes back; an address of another site is never followed. */
export async function POST(request: Request): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (isForeignSite(request) || !(length <= 4096)) return new NextResponse(null, { status: 400 });
  const form = await request.formData();
  const text = form.get('text') === 'large' ? 'large' : 'normal';
  const back = form.get('back');
  const path = typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) ? back : '/';
  (await cookies()).set('text', text, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' });
  return new NextResponse(null, { status: 303, headers: { location: path } });
}
