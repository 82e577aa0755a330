import { answerImportFile } from '#features/register/api/import-files.ts';

/** The file as it was uploaded. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerImportFile('inspector', (await params).id);
}
