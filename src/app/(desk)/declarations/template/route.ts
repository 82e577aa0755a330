import { makeTemplate } from '#features/sheet/api/template-workbook.ts';
import { loadTemplateFacts } from '#features/sheet/queries/load-template.ts';
import { sheetYear } from '#features/sheet/schema.ts';
import { attachment } from '#platform/attachment.ts';
import { requireAgency } from '#platform/session.ts';

/** The district's form with the agency's matters, to fill in. */
export async function GET(request: Request): Promise<Response> {
  const { year } = sheetYear.parse(Object.fromEntries(new URL(request.url).searchParams));
  return attachment(await makeTemplate(await loadTemplateFacts(await requireAgency(), year)));
}
