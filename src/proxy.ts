import { randomBytes, randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { sessionCookie } from '#platform/auth-options.ts';
import { isSecureOrigin } from '#platform/env.ts';
import { refuseLargeForm } from '#platform/large-form.ts';
import { pagePolicy } from '#platform/page-policy.ts';

/** Pages behind the sign-in, by their first segment. */
const staffPages =
  /^\/(home|office|agency|inspector|filings|refusals|inbox|users|api-keys|sessions|audit|declarations|review|matters|drawing|enterprises|inspectors|emergencies|findings|conduct|alerts|feedback|outbox|territory|contacts|evidence|letters|webhooks)(\/|$)/;

function answer(request: NextRequest, headers: Headers): NextResponse {
  const isSignedOut = !request.cookies.has(sessionCookie().name);
  if (!isSignedOut || !staffPages.test(request.nextUrl.pathname))
    return refuseLargeForm(request) ?? NextResponse.next({ request: { headers } });
  const target = request.nextUrl.clone();
  target.pathname = '/sign-in';
  target.search = '';
  return NextResponse.redirect(target, 303);
}

/**
 * Under `no-referrer` a browser posts its own forms with `Origin: null` when scripts are off, and the check of server actions would
 * refuse them. Which site a form came from `Sec-Fetch-Site` says as well, and no page can set it.
 */
function nameOwnOrigin(headers: Headers): void {
  const isOwnForm = headers.get('origin') === 'null' && headers.get('sec-fetch-site') === 'same-origin';
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (isOwnForm && host) headers.set('origin', `${isSecureOrigin() ? 'https' : 'http'}://${host}`);
}

/**
 * Gives each page its request id (one from outside is never taken over) and its nonce, and sends people without a session's cookie
 * to the sign-in. It authorises nothing: whether a cookie is worth anything is for the page's own gate to find out.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = randomUUID();
  const policy = pagePolicy(randomBytes(16).toString('base64'), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-request-id', requestId);
  headers.set('content-security-policy', policy);
  nameOwnOrigin(headers);
  const response = answer(request, headers);
  response.headers.set('x-request-id', requestId);
  response.headers.set('content-security-policy', policy);
  if (isSecureOrigin()) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}

/** Everything but files and what programs call: those carry no nonce and give themselves an id. */
export const config = { matcher: ['/((?!_next/static/|api/|healthz$|readyz$|metrics$).*)'] };
