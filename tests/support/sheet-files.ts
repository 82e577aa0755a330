import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#cli/paths.ts';

const folder = join(projectRoot, 'prisma/seed/data/plans');

export type ExpectedFinding = { row: number; column: string; header: string; code: string; value: string; message: string };
export type ExpectedLine = {
  row: number;
  seq: number;
  matter_name: string;
  matter_code: string | null;
  quantity: { kind: string; ratio_percent?: number; count?: number } | null;
  period: object | null;
  method: string | null;
  source: string | null;
  partners: string[];
  category?: string;
  valid: boolean;
};
export type ExpectedFile = {
  file: string;
  upload_name: string;
  agency_code: string;
  district_code: string;
  sheet: string;
  header_rows: number[];
  columns: Record<string, string>;
  lines_total: number;
  lines_valid: number;
  ignored_rows: { row: number; why: string }[];
  errors: ExpectedFinding[];
  warnings: ExpectedFinding[];
  lines: ExpectedLine[];
};

/** The sample sheets of both districts, and what reading each has to give. */
export const expectedFiles: readonly ExpectedFile[] = (
  JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { files: ExpectedFile[] }
).files;

/** A sample sheet's bytes. */
export function sampleSheet(file: string): Buffer {
  return readFileSync(join(folder, file));
}
