import type { SheetContext } from './context.ts';
import type { Finding } from './finding.ts';
import { type Cell, columnOf } from './grid.ts';
import type { AgencyFinder } from './read-partners.ts';
import type { Table } from './table.ts';
import { tidy } from './text.ts';

const named = /((?:填报|申报|报送)?(?:单位|部门)(?:名称)?(?:\([^)]{0,20}\))?:)\s{0,20}([^\s(]+)/;
const stated = /(20\d{2})\s*年/;

type Heading = { readonly row: number; readonly cell: Cell; readonly text: string };
type Remark = Pick<Finding, 'code' | 'message' | 'proposals'>;

function headingsOf({ sheet, headerRows }: Table): Heading[] {
  return sheet.rows
    .filter(({ row }) => row < (headerRows[0] ?? 0))
    .flatMap(({ row, cells }) => cells.map((cell) => ({ row, cell, text: cell.text.normalize('NFKC') })));
}

function findingAt({ row, cell }: Heading, header: string, remark: Remark): Finding {
  return { row, column: columnOf(cell.address), header, value: tidy(cell.text), ...remark };
}

function judgeYear(headings: readonly Heading[], { year }: SheetContext): Finding | null {
  const title = headings.find(({ text }) => /(?:申报表|计划)/.test(text) && stated.test(text));
  const other = title ? Number(stated.exec(title.text)?.[1]) : year;
  if (!title || other === year) return null;
  const message = `标题写的是 ${other} 年，本次申报 ${year} 年，请核对是不是这一年的表`;
  const proposals = [tidy(title.cell.text).replace(String(other), String(year))];
  return findingAt(title, '标题', { code: 'other_year', message, proposals });
}

/** The unit that the heading names is the agency's own, or else an error; a name nobody knows is a warning. */
function judgeAgency(
  headings: readonly Heading[],
  context: SheetContext,
  find: AgencyFinder,
): { kind: 'error' | 'warning'; finding: Finding } | null {
  const place = headings.find(({ text }) => named.test(text));
  const [, label = '', name = ''] = named.exec(place?.text ?? '') ?? [];
  if (!place || name === '' || /^(?:填报|日期)/.test(name)) return null;
  const agency = find(name);
  if (agency?.code === context.agency.code) return null;
  const proposals = [`${label}${context.agency.name}`];
  if (agency) {
    const message = `表上的填报单位是${agency.shortName}，不是${context.agency.shortName}，请核对是不是本单位的表`;
    return { kind: 'error', finding: findingAt(place, '填报单位', { code: 'other_agency', message, proposals }) };
  }
  const message = `认不出填报单位“${name}”，按本单位（${context.agency.shortName}）的表读`;
  return { kind: 'warning', finding: findingAt(place, '填报单位', { code: 'unknown_agency', message, proposals }) };
}

/** What the rows above the table say of the year and the unit. */
export function judgeHeading(table: Table, context: SheetContext, find: AgencyFinder): { errors: Finding[]; warnings: Finding[] } {
  const headings = headingsOf(table);
  const year = judgeYear(headings, context);
  const agency = judgeAgency(headings, context, find);
  const errors = [...(year ? [year] : []), ...(agency?.kind === 'error' ? [agency.finding] : [])];
  return { errors, warnings: agency?.kind === 'warning' ? [agency.finding] : [] };
}
