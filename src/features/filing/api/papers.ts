import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { FilingScope, NoticeScope } from '#platform/scope.ts';
import { requireFilingReader, requireStaff } from '#platform/session.ts';
import { loadFormPaper, loadNoticePaper } from '../queries/load-paper.ts';
import { makeFormPdf } from './form-pdf.ts';
import { makeNoticePdf } from './notice-pdf.ts';

type Context = { readonly params: Promise<{ id: string }> };

async function idOf({ params }: Context): Promise<string> {
  const id = z.uuid().safeParse((await params).id);
  return id.success ? id.data : notFound();
}

/** A document to look at in the browser and to keep under its own name. */
function answer(name: string, bytes: Uint8Array): Response {
  const disposition = `inline; filename="filing.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`;
  const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition, 'cache-control': 'private, no-store' };
  return new Response(new Uint8Array(bytes), { headers });
}

/** The filing form of one filing for somebody who may see it. */
export async function answerForm(scope: FilingScope, id: string): Promise<Response | null> {
  const paper = await loadFormPaper(scope, id);
  return paper && answer(`入企检查备案表 ${paper.filingNo}`, await makeFormPdf(paper));
}

/** The notice of one filing for somebody who may see it or is told of it. */
export async function answerNotice(scope: FilingScope | NoticeScope, id: string): Promise<Response | null> {
  const paper = await loadNoticePaper(scope, id);
  return paper && answer(`入企检查告知书 ${paper.filingNo}`, await makeNoticePdf(paper));
}

/** `/filings/{id}/form.pdf` */
export async function downloadForm(_request: Request, context: Context): Promise<Response> {
  return (await answerForm(await requireFilingReader(), await idOf(context))) ?? notFound();
}

/** `/filings/{id}/notice.pdf` */
export async function downloadNotice(_request: Request, context: Context): Promise<Response> {
  const scope = await requireStaff();
  if (scope.kind === 'admin' || scope.kind === 'witness') notFound();
  return (await answerNotice(scope, await idOf(context))) ?? notFound();
}
