import { expect, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

const fires = '选择 区消防救援大队 一般单位消防双随机抽查';
const park = '选择 区应急局 园区安全生产综合检查';

async function tickBoth(page: Page): Promise<void> {
  for (const name of [fires, park]) await page.getByRole('checkbox', { name }).check();
}

const undoing = (page: Page, step: RegExp) => page.locator('.head').getByRole('button', { name: step });

/** Keeps two lines, merges them, and takes both steps back. */
async function review(page: Page): Promise<void> {
  await signIn(page, 'luolin');
  await page.goto('/review');
  await expect(page).toHaveURL(/\/review\/\d{4}$/);
  const last = (await undoing(page, /^撤销：/).textContent()) ?? '';
  const declared = await page.locator('.fig').textContent();
  await page.getByLabel('月份').selectOption('9 月');
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/month=9/);

  await tickBoth(page);
  await page.getByRole('button', { name: '保留', exact: true }).click();
  await expect(undoing(page, /^撤销：保留 .*等 2 行$/)).toBeVisible();
  await tickBoth(page);
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await page.getByLabel('合并后多少户').fill('1');
  await page.getByRole('button', { name: '合并这 2 行' }).click();
  await expect(page.locator('.errs')).toContainText('合并后的户次须在');
  await expect(page.getByRole('checkbox', { name: '9 月' })).toBeChecked();
  await page.getByLabel('合并后多少户').fill('30');
  await page.getByRole('button', { name: '合并这 2 行' }).click();
  await expect(page).toHaveURL(/month=9/);
  await expect(page.locator('.st').filter({ hasText: '已合并' }).first()).toBeVisible();

  await undoing(page, /^撤销：合并/).click();
  await expect(undoing(page, /^撤销：保留/)).toBeVisible();
  await undoing(page, /^撤销：保留/).click();
  await expect(undoing(page, /^撤销：/)).toHaveText(last);
  await page.goto('/review');
  expect(await page.locator('.fig').textContent()).toBe(declared);
}

test('the office keeps, merges and undoes', async ({ page }) => {
  await review(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the same', async ({ page }) => {
    await review(page);
  });
});

test('the picture of the year leads to the rows behind it, and a line to its own page', async ({ page }) => {
  await signIn(page, 'xiezhiyuan');
  await page.goto('/review');
  const cell = page.getByRole('group', { name: '各单位各月入企户次' }).locator('tbody td a').first();
  await cell.click();
  await expect(page).toHaveURL(/agency=.*month=/);
  await page.getByRole('group', { name: '申报行表' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '申报与现在' })).toBeVisible();
  await page.getByRole('link', { name: '改月份' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('改月份 1 行');
  await page.getByRole('link', { name: '不办了，返回' }).click();
  await expect(page).toHaveURL(/\/review\/lines\//);
});
