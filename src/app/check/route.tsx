import type { NextRequest } from 'next/server';
import { normalisePublicCode } from '#domain/inspection/public-code.ts';
import { CheckPage } from '#features/verification/ui/check-page.tsx';
import { CodeDocument } from '#features/verification/ui/code-document.tsx';
import { answerStatically } from '#platform/static-page.ts';

/** Typing a code by hand; with one in the query, off to its page. */
export function GET(request: NextRequest): Response {
  const code = request.nextUrl.searchParams.get('code')?.trim();
  if (code) return new Response(null, { status: 303, headers: { location: `/c/${normalisePublicCode(code) ?? '0'}` } });
  return answerStatically(
    <CodeDocument title="查验" code="0" path="/check" isLarge={request.cookies.get('text')?.value === 'large'}>
      <CheckPage />
    </CodeDocument>,
  );
}
