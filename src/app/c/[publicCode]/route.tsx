import type { NextRequest } from 'next/server';
import { countLook } from '#features/verification/api/count-look.ts';
import { loadCode } from '#features/verification/queries.ts';
import { BusyPage } from '#features/verification/ui/busy-page.tsx';
import { CodeDocument } from '#features/verification/ui/code-document.tsx';
import { CodePage } from '#features/verification/ui/code-page.tsx';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { addressOf } from '#platform/request.ts';
import { answerStatically } from '#platform/static-page.ts';

/** What stands behind a code, as a page without scripts; the first look is counted, and nothing about who looked. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ publicCode: string }> }): Promise<Response> {
  const { publicCode } = await params;
  const wait = await takeCodePoint(addressOf(request.headers));
  const page = (
    <CodeDocument title="查验" code={publicCode} path={request.nextUrl.pathname} isLarge={request.cookies.get('text')?.value === 'large'}>
      {wait === null ? (
        <CodePage view={await countLook(request, await loadCode(publicCode))} code={publicCode} />
      ) : (
        <BusyPage seconds={wait} />
      )}
    </CodeDocument>
  );
  return answerStatically(page, wait === null ? 200 : 429);
}
