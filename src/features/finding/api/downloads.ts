import 'server-only';
import { env } from '#platform/env.ts';
import { subsetPageFont } from '#platform/page-font.ts';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { addressOf } from '#platform/request.ts';
import { publicScope } from '#platform/scope.ts';
import { loadLetter } from '../queries/load-letter.ts';
import { makeLetterPdf } from './letter-pdf.ts';

type Context = { readonly params: Promise<{ code: string }> };
const everybody = publicScope({ type: 'public' });
const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers } });

/** `/l/{code}/letter.pdf`: the letter on paper, so often per address as its page. */
export async function downloadLetter(request: Request, { params }: Context): Promise<Response> {
  const wait = await takeCodePoint(addressOf(request.headers));
  if (wait !== null) return plain('请求过于频繁，请稍后再试。', 429, { 'retry-after': String(wait) });
  const view = await loadLetter(everybody, (await params).code);
  if (view.state !== 'issued') return plain('没有这份告知书，或者结果已撤下。', 404);
  const { letter, hash, code } = view;
  const bytes = await makeLetterPdf({ letter, hash, url: new URL(`/l/${code}`, env().NEXTAUTH_URL).href });
  const name = encodeURIComponent(`检查结果告知书 ${letter.filingNo}.pdf`);
  const disposition = `attachment; filename="letter.pdf"; filename*=UTF-8''${name}`;
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': disposition, 'cache-control': 'no-store' },
  });
}

/** `/l/{code}/font.ttf`: the characters of one letter's page, its fixed words among them, as a font for devices that have none. */
export const downloadLetterFont =
  (fixedWords: string) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const wait = await takeCodePoint(addressOf(request.headers));
    if (wait !== null) return plain('', 429, { 'retry-after': String(wait) });
    const font = await subsetPageFont(fixedWords + JSON.stringify(await loadLetter(everybody, (await params).code)));
    return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/ttf', 'cache-control': 'private, max-age=600' } });
  };
