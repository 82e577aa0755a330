import { answerFontStyle } from '#platform/page-font.ts';

/** Names the font of one code's page. */
export async function GET(_request: Request, { params }: { params: Promise<{ publicCode: string }> }): Promise<Response> {
  return answerFontStyle(`/c/${encodeURIComponent((await params).publicCode)}/font.ttf`);
}
