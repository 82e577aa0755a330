import { answerLinesFile } from '#features/review/api/lines-file.ts';

/** The year's lines under the filters of the address, as a workbook. */
export async function GET(request: Request, { params }: { params: Promise<{ year: string }> }): Promise<Response> {
  return answerLinesFile(request, (await params).year);
}
