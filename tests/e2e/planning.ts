import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { projectRoot } from '#cli/paths.ts';
import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { lineOf, workbookOf } from '#support/workbooks.ts';

/** The year now; no sample of the demo declares it. */
export const thisYear = yearOf(dayOf(new Date()));
/** The year that the sample sheets were filled in for. */
const sheetYear = 2026;

type Upload = { name: string; mimeType: string; buffer: Buffer };
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function moved(value: ExcelJS.CellValue, year: number): ExcelJS.CellValue {
  if (typeof value === 'string') return value.replaceAll(String(sheetYear), String(year));
  return value instanceof Date && value.getUTCFullYear() === sheetYear ? new Date(value.setUTCFullYear(year)) : value;
}

/** A sample sheet: as it is in the year that it is of, else as the agency would have filled it in this year. */
export async function sampleSheet(file: string): Promise<Upload> {
  const buffer = readFileSync(join(projectRoot, 'prisma/seed/data/plans', file));
  if (thisYear === sheetYear) return { name: file, mimeType: workbookType, buffer };
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(buffer as unknown as ExcelJS.Buffer);
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        cell.value = moved(cell.value, thisYear);
      }),
    ),
  );
  return { name: file, mimeType: workbookType, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** A file that calls itself a workbook and is none. */
export const notASheet: Upload = { name: '申报表.xlsx', mimeType: workbookType, buffer: Buffer.from('不是申报表') };

/** One line of 区水利局 whose number nobody can read. */
export async function faultySheet(): Promise<Upload> {
  const agency = '永州市冷水滩区水利局';
  const line = lineOf(1, { 1: '河道采砂作业检查', 4: '120%' });
  return { name: '水利局.xlsx', mimeType: workbookType, buffer: await workbookOf([line], { agency, year: thisYear }) };
}

/** Chooses the file on the page of uploads, sends it and waits until it was read. */
export async function upload(page: Page, file: Upload, year: number = thisYear): Promise<void> {
  await page.goto(`/declarations/sheets/new?year=${year}`);
  await page.getByLabel('申报表文件').setInputFiles(file);
  await page.getByRole('button', { name: '上传并试读' }).click();
  await expect(page.getByRole('heading', { name: '读作' })).toBeVisible();
}

/** The number that stands under this name, with its unit. */
export function figure(page: Page, label: string): Locator {
  return page
    .locator('.fig > *')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .first();
}

/** The filer sends the declaration that is open on the page; gives its address. */
export async function sendDeclaration(page: Page): Promise<string> {
  await page.getByRole('button', { name: '送分管负责人批准' }).click();
  await expect(page.locator('main .st').first()).toHaveText('待批准');
  return new URL(page.url()).pathname;
}

/** The head approves it, which sends it to the office. */
export async function approveDeclaration(page: Page, declaration: string): Promise<void> {
  await page.goto(declaration);
  await page.getByRole('button', { name: '批准，报办公室' }).click();
  await expect(page.locator('main .st').first()).toHaveText('已报办公室');
}

/** Ticks the line of the desk that bears these words. */
export async function tick(page: Page, ...lines: string[]): Promise<void> {
  for (const line of lines) await page.getByRole('checkbox', { name: line }).check();
}

/** Waits until the desk's first step, the latest taken, reads so. */
export async function expectLastStep(page: Page, words: RegExp): Promise<void> {
  await expect(page.locator('.head').getByRole('button', { name: words })).toBeVisible();
}

/** Ticks every line that nobody has looked at and keeps it, page by page. */
export async function keepTheRest(page: Page, year: number): Promise<void> {
  for (;;) {
    await page.goto(`/review/${year}?status=unreviewed`);
    const boxes = page.locator('input[name="line"]');
    if ((await boxes.count()) === 0) return;
    const first = await boxes.first().inputValue();
    for (const box of await boxes.all()) await box.check();
    await page.getByRole('button', { name: '保留', exact: true }).click();
    await expect(page.locator(`input[name="line"][value="${first}"]`)).toHaveCount(0);
  }
}

/** Publishes what the review made of the year; gives the version's number. */
export async function publish(page: Page, year: number, note: string): Promise<number> {
  await page.goto(`/review/${year}/publication`);
  await page.getByLabel(/^说明/).fill(note);
  const button = page.getByRole('button', { name: /^发布第 \d+ 版$/ });
  const version = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
  await button.click();
  await expect(page.getByRole('main')).toContainText(note);
  return version;
}
