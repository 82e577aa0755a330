import { readdirSync, readFileSync } from 'node:fs';
import type { DeclaredLine } from '#domain/declaration/line.ts';
import type { Period } from '#domain/declaration/period.ts';
import { readDeclaration } from '#domain/declaration/sheet/read-declaration.ts';
import { readWorkbook } from '#platform/workers/sheet/workbook.ts';
import { known, type Story } from './story.ts';

const folder = new URL('../data/plans/', import.meta.url);
/** The year that the sample sheets were filled in for. */
const sheetYear = 2026;

function inYear(period: Period, year: number): Period {
  const move = (day: string) => `${year}${day.slice(4)}`;
  return period.kind === 'range' ? { ...period, from: move(period.from), to: move(period.to) } : period;
}

/** What one agency's sample sheet declares, faulty lines left out, as if it had been filled in for another year. */
function readSheet(story: Story, file: string, year: number): DeclaredLine[] {
  const { grid } = readWorkbook(readFileSync(new URL(file, folder))) as { grid: Parameters<typeof readDeclaration>[0] };
  const { row, policy } = story.district;
  const reading = readDeclaration(grid, {
    ...{ year: sheetYear, kind: 'annual', districtName: row.name, quietDays: policy.quietDays.value },
    agency: known(story.agencies, file.slice(0, file.lastIndexOf(`-${sheetYear}`))),
    agencies: [...story.agencies.values()],
    matters: [...story.matters.values()],
  });
  const faulty = new Set(reading?.errors.map((error) => error.row));
  const lines = reading?.lines.flatMap(({ line, row: at }) => (line && !faulty.has(at) ? [line] : [])) ?? [];
  return lines.map((line) => ({ ...line, period: inYear(line.period, year) }));
}

/** The declared lines of every agency of the district that has a sample sheet, by agency code. */
export function readDeclaredSheets(story: Story, year: number): ReadonlyMap<string, readonly DeclaredLine[]> {
  const files = readdirSync(folder).filter((file) => /\.xlsx?$/.test(file) && file.startsWith(story.districtCode));
  return new Map(files.map((file) => [file.slice(0, file.lastIndexOf(`-${sheetYear}`)), readSheet(story, file, year)]));
}
