import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#cli/paths.ts';
import { makeTemplate } from '#features/sheet/api/template-workbook.ts';
import { loadSheet } from '#features/sheet/queries/load-sheet.ts';
import { loadTemplateFacts } from '#features/sheet/queries/load-template.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { agencyOf, signIn } from '#support/people.ts';
import { inRequest } from '#support/request-scope.ts';
import { makeSheets, thisYear, uploadAndRead } from '#support/sheets.ts';

const [amr, transport, dazhu] = await Promise.all([agencyOf('shenleyu'), agencyOf('mengjiaguo'), agencyOf('weibofeng')]);
const pages = join(projectRoot, 'src/app/(desk)/declarations');
const { GET: getTemplate } = (await import(join(pages, 'template/route.ts'))) as { GET: (request: Request) => Promise<Response> };
type FileRoute = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
const { GET: getFile } = (await import(join(pages, 'sheets/[id]/file/route.ts'))) as { GET: FileRoute };

async function openTemplate(scope: AgencyScope): Promise<ExcelJS.Workbook> {
  const { bytes } = await makeTemplate(await loadTemplateFacts(scope, thisYear));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  return book;
}

/** The words that a column's drop-down offers. */
function choicesAt(book: ExcelJS.Workbook, address: string): string[] {
  const rule = book.worksheets[0]?.getCell(address).dataValidation;
  const [, column = ''] = /^选项!\$([A-Z])\$/.exec(String(rule?.formulae[0])) ?? [];
  const words = book.getWorksheet('选项')?.getColumn(column).values as (string | undefined)[] | undefined;
  return (words ?? []).filter((word) => word !== undefined);
}

const headingsOf = (book: ExcelJS.Workbook) => {
  const values = (book.worksheets[0]?.getRow(3).values ?? []) as string[];
  return values.filter(Boolean);
};
const address = (path: string) => new Request(`http://localhost:3000${path}`);

describe('the template is the form of the district', () => {
  it('ten columns in 冷水滩区, eleven in 大竹县; code and text columns are text', async () => {
    const [book, other] = [await openTemplate(transport), await openTemplate(dazhu)];
    expect([headingsOf(book).length, headingsOf(other).length]).toEqual([10, 11]);
    expect(headingsOf(other)).toContain('检查类别');
    expect(book.worksheets.map(({ name }) => name)).toEqual(['申报表', '填报说明', '选项']);
    expect([book, other].map(({ worksheets }) => worksheets[0]?.getCell('F4').numFmt)).toEqual(['@', '@']);
  });

  it.each([
    ['431103', transport, ['B', 'F', 'G', 'H', 'E', 'D']],
    ['511724', dazhu, ['B', 'G', 'H', 'I', 'F', 'E']],
  ] as const)('filled in from its own drop-downs it is read without an error: %s', async (_district, scope, letters) => {
    const [matter, period, form, source, quantity, pool] = letters;
    const book = await openTemplate(scope);
    const sheet = book.worksheets[0];
    const matters = choicesAt(book, `${matter}4`);
    expect(matters.length).toBeGreaterThan(3);
    const [methods, sources] = [choicesAt(book, `${form}4`), choicesAt(book, `${source}4`)];
    for (const [index, name] of matters.entries()) {
      const fill = (column: string, value: string) => {
        if (sheet) sheet.getCell(`${column}${4 + index}`).value = value;
      };
      fill('A', String(index + 1));
      fill(matter, name);
      fill(period, ['3-5月', '二季度', '每月下旬', '9月21日—9月30日'][index % 4] ?? '');
      fill(form, methods[index % methods.length] ?? '');
      fill(source, sources[index % sources.length] ?? '');
      fill(quantity, ['20家', '5%', '全覆盖', '不少于10家'][index % 4] ?? '');
      fill(pool, '园区企业');
    }
    const id = await uploadAndRead(scope, '模板.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    const { reading } = (await loadSheet(scope, id)) ?? {};
    expect(reading?.errors).toEqual([]);
    expect(reading?.warnings).toEqual([]);
    expect(reading?.lines.filter(({ line }) => line).length).toBe(matters.length);
  });
});

describe('downloads', () => {
  it('the template, as an attachment with its name', async () => {
    const { secret } = await signIn('mengjiaguo');
    const { result } = await inRequest({ secret }, () => getTemplate(address(`/declarations/template?year=${thisYear}`)));
    expect(result.status).toBe(200);
    expect(result.headers.get('content-disposition')).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''%E6/);
    expect(result.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('the file as it was uploaded, for its own agency; for others there is none', async () => {
    const { sheet } = await makeSheets(amr);
    const get = async (username: string, id: string) => {
      const { secret } = await signIn(username);
      return inRequest({ secret }, () => getFile(address('/'), { params: Promise.resolve({ id }) }));
    };
    const { result } = await get('shenleyu', sheet);
    expect(new Uint8Array(await result.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    for (const [username, id] of [
      ['mengjiaguo', sheet],
      ['weibofeng', sheet],
      ['shenleyu', 'none'],
      ['luolin', sheet],
    ] as const) {
      await expect(get(username, id)).rejects.toMatchObject({ digest: expect.stringContaining('404') });
    }
  });
});
