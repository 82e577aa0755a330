import { answerRowsFile } from '#features/register/api/import-files.ts';

/** The rows of an import with what became of each. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerRowsFile(request, 'enterprise', (await params).id);
}
