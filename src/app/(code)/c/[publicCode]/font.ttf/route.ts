import { loadCode } from '#features/verification/queries.ts';
import { fixedWording } from '#features/verification/ui/wording.data.ts';
import { subsetPageFont } from '#platform/page-font.ts';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';

/** The characters of one code's page as a font. It tells no more than the page does, and is limited as the page is. */
export async function GET(_request: Request, { params }: { params: Promise<{ publicCode: string }> }): Promise<Response> {
  const wait = await takeCodePoint(await callerAddress());
  if (wait !== null) return new Response(null, { status: 429, headers: { 'retry-after': String(wait) } });
  const font = await subsetPageFont(fixedWording + JSON.stringify(await loadCode((await params).publicCode)));
  const headers = { 'content-type': 'font/ttf', 'cache-control': 'private, max-age=600' };
  return new Response(new Uint8Array(font), { headers });
}
