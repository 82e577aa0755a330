import { answerFontStyle } from '#platform/page-font.ts';

/** Names the font of one letter's page. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return answerFontStyle(`/l/${encodeURIComponent((await params).code)}/font.ttf`);
}
