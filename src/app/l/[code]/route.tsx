import type { NextRequest } from 'next/server';
import { loadLetter } from '#features/finding/queries/load-letter.ts';
import { LetterDocument } from '#features/finding/ui/letter-document.tsx';
import { LetterPage } from '#features/finding/ui/letter-page.tsx';
import { BusyPage } from '#features/verification/ui/busy-page.tsx';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { addressOf } from '#platform/request.ts';
import { publicScope } from '#platform/scope.ts';
import { answerStatically } from '#platform/static-page.ts';

/** A result letter as a page without scripts, for whoever holds its link. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params;
  const wait = await takeCodePoint(addressOf(request.headers));
  const view = wait === null ? await loadLetter(publicScope({ type: 'public' }), code) : null;
  const page = (
    <LetterDocument code={code} path={request.nextUrl.pathname} isLarge={request.cookies.get('text')?.value === 'large'}>
      {view ? <LetterPage view={view} /> : <BusyPage seconds={wait ?? 0} />}
    </LetterDocument>
  );
  return answerStatically(page, view === null ? 429 : view.state === 'unknown' ? 404 : 200);
}
