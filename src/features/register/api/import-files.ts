import 'server-only';
import { notFound } from 'next/navigation';
import { enterpriseFields } from '#domain/register/enterprise-fields.ts';
import { inspectorFields } from '#domain/register/inspector-fields.ts';
import { attachment } from '#platform/attachment.ts';
import { requireAgency, requireOffice } from '#platform/session.ts';
import { answerTable, type TableFile } from '#platform/table-file.ts';
import { fateLabels, type RegisterKind } from '../labels.ts';
import { findImport, type ImportRow, listImportRows, loadImportFile } from '../queries/load-import.ts';
import { loadTemplateChoices } from '../queries/load-template.ts';
import { importId, rowFilter } from '../schema.ts';
import { makeTemplate } from './template-workbook.ts';

/** The office imports enterprises, an agency its own inspectors. */
const requireImporter = (kind: RegisterKind) => (kind === 'enterprise' ? requireOffice() : requireAgency());

function tableOf(kind: RegisterKind, rows: readonly ImportRow[]): TableFile {
  const fields: readonly { field: string; heading: string }[] = kind === 'enterprise' ? enterpriseFields : inspectorFields;
  const heads = ['表里第几行', '去向', '说明', '建议改为', ...fields.map(({ heading }) => heading)];
  return {
    ...{ name: '名录导入结果', plainName: 'rows', sheet: '导入结果' },
    columns: heads.map((header, index) => ({ header, width: index === 2 ? 48 : 18 })),
    rows: rows.map(({ row, fate, say, fault, cells }) => [
      ...[row, fateLabels[fate].word, say, fault?.proposal ?? ''],
      ...fields.map(({ field }) => cells[field] ?? ''),
    ]),
  };
}

/** The rows of an import with what became of each and why. */
export async function answerRowsFile(request: Request, kind: RegisterKind, id: string): Promise<Response> {
  const scope = await requireImporter(kind);
  const asked = importId.safeParse({ import: id });
  const found = asked.success ? await findImport(scope, asked.data.import) : null;
  if (!found) notFound();
  const filter = rowFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answerTable(tableOf(kind, await listImportRows(found.id, filter)), 'xlsx');
}

/** The file as it was uploaded. */
export async function answerImportFile(kind: RegisterKind, id: string): Promise<Response> {
  const scope = await requireImporter(kind);
  const asked = importId.safeParse({ import: id });
  const file = asked.success ? await loadImportFile(scope, asked.data.import) : null;
  return file ? attachment({ name: file.fileName, bytes: file.bytes }) : notFound();
}

/** The register's empty form. */
export async function answerTemplate(kind: RegisterKind): Promise<Response> {
  return attachment(await makeTemplate(await loadTemplateChoices(await requireImporter(kind))));
}
