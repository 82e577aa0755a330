import { notFound } from 'next/navigation';
import { loadSheetFile } from '#features/sheet/queries/load-sheet.ts';
import { sheetId } from '#features/sheet/schema.ts';
import { attachment } from '#platform/attachment.ts';
import { requireAgency } from '#platform/session.ts';

/** The file as the agency uploaded it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const scope = await requireAgency();
  const asked = sheetId.safeParse({ sheet: (await params).id });
  const file = asked.success ? await loadSheetFile(scope, asked.data.sheet) : null;
  return file ? attachment({ name: file.fileName, bytes: file.bytes }) : notFound();
}
