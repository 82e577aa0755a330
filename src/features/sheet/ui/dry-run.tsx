import type { SheetReading } from '#domain/declaration/sheet/read-declaration.ts';
import { Figures } from '#ui/figures.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import type { SheetView } from '../queries/load-sheet.ts';
import { FindingTable } from './finding-table.tsx';
import { LineTable } from './line-table.tsx';
import { IgnoredRows, MendsMade } from './passed-over.tsx';

/** Which page of the errors and of the lines is shown. */
export type Pages = { readonly errors: number; readonly lines: number };
type DryRunProps = { sheet: SheetView; reading: SheetReading; pages: Pages };

const errorsPerPage = 20;
const linesPerPage = 50;

const hrefOf = ({ id }: SheetView, { errors, lines }: Pages, to: string) =>
  `/declarations/sheets/${id}?errors=${errors}&lines=${lines}#${to}`;

type Part<Row> = { readonly rows: readonly Row[]; readonly from: number; readonly page: number; readonly pages: number };

function partOf<Row>(all: readonly Row[], asked: number, size: number): Part<Row> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(asked, pages);
  const from = (page - 1) * size;
  return { rows: all.slice(from, from + size), from: from + 1, page, pages };
}

interface TurnProps {
  part: Part<unknown>;
  noun: string;
  total: number;
  href: (page: number) => string;
}

function Turn({ part: { rows, from, page, pages }, noun, total, href }: TurnProps) {
  if (pages === 1) return null;
  const ways = { previous: page > 1 ? href(page - 1) : undefined, next: page < pages ? href(page + 1) : undefined };
  return <Pager noun={noun} from={from} to={from + rows.length - 1} total={total} page={page} pages={pages} {...ways} />;
}

function Errors({ sheet, reading, pages }: DryRunProps) {
  const { errors } = reading;
  if (errors.length === 0) return null;
  const part = partOf(errors, pages.errors, errorsPerPage);
  const firstLine = (reading.headerRows.at(-1) ?? 0) + 1;
  return (
    <Section title="需要改正" id="errors" end={`${errors.length} 处，全部改正后才能导入`}>
      <FindingTable sheet={sheet.id} findings={part.rows} label="需要改正的单元格" firstLine={firstLine} canMend={sheet.canMend} />
      <Turn part={part} noun="处" total={errors.length} href={(page) => hrefOf(sheet, { ...pages, errors: page }, 'errors')} />
    </Section>
  );
}

function Warnings({ sheet, reading }: DryRunProps) {
  const { warnings } = reading;
  if (warnings.length === 0) return null;
  const findings = warnings.slice(0, linesPerPage);
  const end =
    warnings.length > findings.length ? `${warnings.length} 处，列出前 ${findings.length} 处` : `${warnings.length} 处，不影响导入`;
  const firstLine = (reading.headerRows.at(-1) ?? 0) + 1;
  return (
    <Section title="提醒" id="warnings" end={end}>
      <FindingTable sheet={sheet.id} findings={findings} label="提醒的单元格" firstLine={firstLine} canMend={sheet.canMend} />
    </Section>
  );
}

function Lines({ sheet, reading, pages }: DryRunProps) {
  const { lines } = reading;
  const part = partOf(lines, pages.lines, linesPerPage);
  return (
    <Section title="读作" id="lines" end={`${lines.length} 行`}>
      <LineTable lines={part.rows} known={sheet.known} shortages={sheet.shortages} isImported={sheet.status === 'imported'} />
      <Turn part={part} noun="行" total={lines.length} href={(page) => hrefOf(sheet, { ...pages, lines: page }, 'lines')} />
    </Section>
  );
}

function figuresOf({ sheet, reading }: DryRunProps) {
  const { lines, errors, warnings } = reading;
  const whole = lines.filter(({ line }) => line !== null).length;
  const known = sheet.known.size;
  const rows = new Set(errors.map(({ row }) => row)).size;
  return [
    { label: '申报行', value: String(lines.length), unit: '行', href: '#lines', base: `工作表“${reading.sheet}”` },
    { label: '需要改正', value: String(errors.length), unit: '处', href: errors.length > 0 ? '#errors' : undefined, base: `${rows} 行` },
    { label: '提醒', value: String(warnings.length), unit: '处', href: warnings.length > 0 ? '#warnings' : undefined, base: '不影响导入' },
    { label: '已有', value: String(known), unit: '行', href: '#lines', base: '本年度申报过，不再导入' },
    { label: '可导入', value: String(Math.max(0, whole - known)), unit: '行', href: '#lines', base: `占 ${lines.length} 行` },
  ];
}

/** What a sheet says, before anything of it is stored: figures, errors, warnings, the lines as read, and what was passed over. */
export function DryRun(props: DryRunProps) {
  return (
    <div className="stack">
      <Figures items={figuresOf(props)} />
      <Errors {...props} />
      <Warnings {...props} />
      <Lines {...props} />
      <div>
        <MendsMade sheet={props.sheet} />
        <IgnoredRows reading={props.reading} />
      </div>
    </div>
  );
}
