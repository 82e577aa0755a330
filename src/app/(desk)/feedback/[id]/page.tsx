import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadAnswer } from '#features/feedback/queries/load-answer.ts';
import { AnswerPage } from '#features/feedback/ui/answer-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '一份评价' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireOffice();
  const id = z.uuid().safeParse((await params).id);
  const answer = id.success ? await loadAnswer(scope, id.data) : null;
  return answer ? <AnswerPage answer={answer} /> : notFound();
}
