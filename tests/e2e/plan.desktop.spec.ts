import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { readPdf } from '#support/pdf-text.ts';
import {
  approveDeclaration,
  expectLastStep,
  figure,
  keepTheRest,
  publish,
  sampleSheet,
  sendDeclaration,
  thisYear,
  tick,
  upload,
} from './planning.ts';
import { signIn } from './sign-in.ts';
import { expectAccessible, test } from './watched.ts';

const [faulty, other] = ['431103-transport-2026.xlsx', '431103-culture-2026.xlsx'];
const importing = `导入 ${thisYear} 年申报`;
const desk = `/review/${thisYear}`;

/** Mends two cells of the faulty sheet, one by a proposal and one by typing, and leaves the third row out. */
async function mend(page: Page, isNew: boolean): Promise<void> {
  const cell = (place: string) =>
    page
      .getByRole('group', { name: '需要改正的单元格' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: place }) });
  await expect(cell('F7')).toContainText('季度只有一至四');
  await expect(cell('E8')).toContainText('比例超过100%');
  await expect(cell('B9')).toContainText('事项清单中没有该事项');
  await expect(figure(page, '需要改正')).toHaveText('3 处');
  await expect(page.getByRole('button', { name: importing })).toHaveAttribute('aria-disabled', 'true');
  if (isNew) await expectAccessible(page);
  await cell('F7').getByRole('button', { name: '四季度' }).click();
  await expect(cell('F7')).toHaveCount(0);
  await cell('E8').getByLabel('E8 改为').fill('20%');
  await cell('E8').getByRole('button', { name: '改正 E8' }).click();
  await expect(cell('E8')).toHaveCount(0);
  await cell('B9').getByRole('button', { name: '不导入第 9 行' }).click();
  await expect(figure(page, '需要改正')).toHaveText('0 处');
  await expect(figure(page, '可导入')).toHaveText(isNew ? '6 行' : '0 行');
}

/** Imports the faulty sheet, mended; a second time nothing of it is left to import. */
async function declareOnce(page: Page): Promise<string> {
  await upload(page, await sampleSheet(faulty));
  await mend(page, true);
  await page.getByRole('button', { name: importing }).click();
  await expect(page.getByRole('heading', { name: '申报行 6 行' })).toBeVisible();
  await upload(page, await sampleSheet(faulty));
  await expect(page.getByText('同一份文件')).toBeVisible();
  await mend(page, false);
  await page.getByRole('button', { name: importing }).click({ force: true });
  await expect(page.locator('.errs')).toContainText('没有新的可导入');
  await page.goto('/declarations');
  await page.getByRole('link', { name: `${thisYear} 年度计划，第 1 份`, exact: true }).click();
  await expect(page.getByRole('heading', { name: '申报行 6 行' })).toBeVisible();
  return sendDeclaration(page);
}

/** Imports another agency's sheet, undoes the batch, which leaves nothing, and imports it again. */
async function declareAgain(page: Page): Promise<string> {
  await upload(page, await sampleSheet(other));
  const sheet = page.url();
  await page.getByRole('button', { name: importing }).click();
  await expect(page.getByRole('heading', { name: '申报行 6 行' })).toBeVisible();
  const declaration = page.url();
  await page.goto(sheet);
  await page.getByRole('button', { name: '撤销导入的 6 行' }).click();
  await expect(figure(page, '可导入')).toHaveText('6 行');
  await page.goto(declaration);
  await expect(page.getByRole('heading', { name: '申报行 0 行' })).toBeVisible();
  await page.goto(sheet);
  await page.getByRole('button', { name: importing }).click();
  await expect(page.getByRole('heading', { name: '申报行 6 行' })).toBeVisible();
  return sendDeclaration(page);
}

/** Drops with a reason, keeps and undoes, and moves a line. */
async function review(page: Page): Promise<void> {
  const act = (verb: string) => page.getByRole('button', { name: verb, exact: true }).click();
  await page.goto(desk);
  await tick(page, '选择 区交通运输局 货物装载源头检查');
  await act('不列入');
  await page.getByRole('button', { name: '不列入这 1 行' }).click();
  await expect(page.getByRole('link', { name: /理由/ })).toBeVisible();
  await page.getByLabel('不列入的理由').fill('由非现场治超系统核对，不入企');
  await page.getByRole('button', { name: '不列入这 1 行' }).click();
  await expectLastStep(page, /^撤销：不列入 货物装载源头检查$/);
  await tick(page, '选择 区交通运输局 道路运输经营场所检查');
  await act('保留');
  await expectLastStep(page, /^撤销：保留 道路运输经营场所检查$/);
  await page
    .locator('.head')
    .getByRole('button', { name: /^撤销：/ })
    .click();
  await expectLastStep(page, /^撤销：不列入/);
  await tick(page, '选择 区交通运输局 道路运输经营场所检查');
  await act('改月份');
  await page.getByRole('checkbox', { name: /^12 月/ }).check();
  for (const month of ['4', '5', '6']) await page.getByRole('checkbox', { name: new RegExp(`^${month} 月`) }).uncheck();
  await page.getByRole('button', { name: '改月份这 1 行' }).click();
  await expectLastStep(page, /^撤销：改月份 道路运输经营场所检查$/);
}

/** Has the merging reckoned and takes its first proposal. */
async function merge(page: Page): Promise<void> {
  await page.getByRole('button', { name: /测算合并$/ }).click();
  const accept = page.getByRole('button', { name: '采纳合并' });
  await expect(async () => {
    await page.goto(desk);
    await expect(accept).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  await accept.click();
  await expectLastStep(page, /^撤销：合并/);
}

async function textOf(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return readFileSync(await file.path());
}

/** What is published says one version and one number of entries wherever it is read. */
async function readEverywhere(page: Page, version: number, note: string): Promise<void> {
  await page.goto(`/plans/431103/${thisYear}`);
  const name = new RegExp(`〔${thisYear}〕第 ?${version} ?版`);
  await expect(page.getByRole('main')).toContainText(name);
  await expect(page.getByRole('main')).toContainText(note);
  const entries = Number(/\d+/.exec((await page.getByRole('heading', { name: /^计划清单/ }).textContent()) ?? '')?.[0]);
  await expect(page.getByRole('region', { name: '和上一版相比' })).toContainText('联合检查');
  await expectAccessible(page);
  const rows = (await textOf(page, '下载 CSV')).toString('utf8').trim().split(/\r?\n/).slice(1);
  expect([rows.length, new Set(rows.map((row) => row.split(',')[2]))]).toEqual([entries, new Set([String(version)])]);
  const [first = ''] = readPdf(await textOf(page, '下载 PDF')).pages;
  expect(first).toMatch(name);
  expect(first).toContain(`共 ${entries} 项`);
}

test('冷水滩: sheets are mended, imported, sent, reviewed, merged and published', async ({ page, visit }) => {
  test.setTimeout(150_000);
  await signIn(page, 'mengjiaguo');
  const first = await declareOnce(page);
  await approveDeclaration(await visit('hepengna'), first);
  const second = await declareAgain(await visit('qiuyingqi'));
  await approveDeclaration(await visit('tanglinbin'), second);
  const office = await visit('luolin');
  await review(office);
  await merge(office);
  await keepTheRest(office, thisYear);
  const note = '交通、文旅两个单位报来的行';
  const version = await publish(office, thisYear, note);
  await readEverywhere(await visit(), version, note);
});
