import { loadCode } from '#features/verification/queries.ts';
import { fixedWording } from '#features/verification/ui/wording.data.ts';
import { subsetPageFont } from '#platform/page-font.ts';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { addressOf } from '#platform/request.ts';

/** The characters of one code's page as a font. It tells no more than the page does, and is limited as the page is. */
export async function GET(request: Request, { params }: { params: Promise<{ publicCode: string }> }): Promise<Response> {
  const wait = await takeCodePoint(addressOf(request.headers));
  if (wait !== null) return new Response(null, { status: 429, headers: { 'retry-after': String(wait) } });
  const font = await subsetPageFont(fixedWording + JSON.stringify(await loadCode((await params).publicCode)));
  return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/ttf', 'cache-control': 'private, max-age=600' } });
}
