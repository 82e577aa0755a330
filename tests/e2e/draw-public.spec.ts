import { expect, type Locator, type Page } from '@playwright/test';
import { walkTo } from './walk.ts';
import { expectAccessible, test } from './watched.ts';

/** The first draw of the district with this status that says so of itself: its page. */
async function openDraw(page: Page, status: string, check: string | RegExp): Promise<string> {
  await page.goto(`/draws?district=431103&status=${status}`);
  const row = page.locator('main tbody tr').filter({ hasText: check }).last();
  await row.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/draws\/431103\/\d{4}-\d+$/);
  await expect(page.getByRole('heading', { name: '经过' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  return page.url();
}

const step = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);
const steps = ['record', 'poolHash', 'commitments', 'seed', 'targets', 'officers', 'resultHash'];

/** Expects these steps to be wrong and all others to be right. */
async function expectFaults(page: Page, wrong: readonly string[]): Promise<void> {
  for (const id of steps) await expect(step(page, id)).toHaveAttribute('data-state', wrong.includes(id) ? 'fault' : 'ok');
}

async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: size.height });
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(320);
  await page.setViewportSize(size);
}

test('a stranger computes a draw again, in the own browser, and sees what one changed byte does', async ({ page }) => {
  await openDraw(page, 'published', '可以复算');
  await page.getByRole('button', { name: '重新计算' }).click();
  await expect(page.getByRole('main')).toContainText('每一步都一致');
  await expectFaults(page, []);
  await expectAccessible(page);

  await page.getByRole('button', { name: '改动一个字节再算' }).click();
  await expect(page.getByRole('main')).toContainText('不一致。第一处是：算名单指纹');
  await expectFaults(page, ['poolHash', 'targets', 'officers']);
  await expect(step(page, 'targets')).toContainText('第 1 位与计算的不同');
  await expectAccessible(page);
  await expectNarrow(page);
});

test('whatever is changed by hand, the step that it breaks is named', async ({ page }) => {
  await openDraw(page, 'published', '可以复算');
  await page.getByText('自己改几个字再算').click();
  const field = page.getByLabel(/^冻结的名单，改什么都行/);
  await expect(field).toHaveValue(/^\{"district":"431103"/);
  const record = await field.inputValue();
  const again = page.getByRole('button', { name: '按上面的文字重算' });
  await again.click();
  await expectFaults(page, []);

  await field.fill(record.replace(/"weight":(\d+)/, (_, weight: string) => `"weight":${Number(weight) + 1}`));
  await again.click();
  await expect(page.getByRole('main')).toContainText('第一处是：算名单指纹');
  await expect(step(page, 'poolHash')).toHaveAttribute('data-state', 'fault');

  await field.fill(record.slice(0, -1));
  await again.click();
  await expect(page.getByRole('main')).toContainText('第一处是：读两份文件');
  await expect(step(page, 'record')).toContainText('冻结记录不是完整的 JSON 文本');
});

test('the two files that were downloaded verify without a network', async ({ page, context }) => {
  const url = await openDraw(page, 'published', '可以复算');
  const files = await Promise.all(
    ['record.json', 'result.json'].map(async (name) => {
      const answer = await page.request.get(`${url}/${name}`);
      return { name, mimeType: 'application/json', buffer: await answer.body() };
    }),
  );
  await page.getByText('用下载好的文件验证，断网也能算').click();
  await context.setOffline(true);
  const [record, result] = files;
  if (!record || !result) throw new Error('two files');
  await page.getByLabel('冻结的名单 record.json').setInputFiles(record);
  await page.getByLabel('结果 result.json').setInputFiles(result);
  await page.getByRole('button', { name: '验证这两个文件' }).click();
  await expect(page.getByRole('main')).toContainText('每一步都一致');
  await expectFaults(page, []);
  await context.setOffline(false);
});

test('the verification is reached and done with the keyboard alone', async ({ page }) => {
  await openDraw(page, 'published', '可以复算');
  await walkTo(page, page.getByRole('button', { name: '重新计算' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('每一步都一致');
  await expect(page.getByRole('button', { name: '重新计算' })).toBeFocused();
});

test('a void draw stays with its failed round and whoever withheld; a registered one says that nobody can compute it', async ({ page }) => {
  await openDraw(page, 'void', /可以复算|没有结果/);
  await expect(page.getByRole('main')).toContainText('这次抽取已作废，不能凭它备案');
  await expect(page.getByRole('main')).toContainText('第 1 轮不算');
  await expect(page.getByRole('main')).toContainText('未按期揭示');
  await expectAccessible(page);
  await expectNarrow(page);
  await openDraw(page, 'published', '登记结果，不能复算');
  await expect(page.getByRole('main')).toContainText('这个结果不能复算');
  await expectAccessible(page);
  await expectNarrow(page);
});

test('draws are listed with filters, and an objection says what becomes of it', async ({ page }) => {
  await page.goto('/draws');
  await expectAccessible(page);
  await expectNarrow(page);
  await page.getByLabel('区县').selectOption('511724');
  await page.getByLabel('状态').selectOption('void');
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/district=511724&agency=&status=void/);
  await expect(page.locator('main tbody tr').first()).toContainText('大竹县');
  await page.goto('/draws?year=2001');
  await expect(page.getByRole('main')).toContainText('没有符合条件的抽取');
  await expectAccessible(page);
  await openDraw(page, 'frozen', '公布后可以复算');
  await page.getByRole('link', { name: '对名单提出异议' }).click();
  await page.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByRole('main')).toContainText('没有提交异议');
  await expectAccessible(page);
  await expectNarrow(page);
});
