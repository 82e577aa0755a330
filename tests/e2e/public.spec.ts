import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './watched.ts';

/** The codes of the first filing with each status, as its agency's filer finds them. */
async function codeOf(page: Page, status: string): Promise<string> {
  await page.goto(`/filings?status=${status}`);
  await page.locator('tbody th a').first().click();
  return new URL((await page.locator('.code a').getAttribute('href')) ?? '').pathname;
}

const rule = (page: Page, id: string): Locator => page.locator('tr', { has: page.locator(`#${id}`) });

test('the rules of each district can be read with their values and sources', async ({ page }) => {
  await page.goto('/rules?district=431103');
  await expect(rule(page, 'quiet-day')).toContainText('1—20');
  await expect(rule(page, 'quiet-day')).toContainText('二十条');
  await page.getByRole('link', { name: '大竹县' }).click();
  await expect(rule(page, 'quiet-day')).toContainText('本地不设宁静日');
  await expect(rule(page, 'planned')).toContainText('三单制');
  await expect(page.getByRole('group', { name: '入企规则表' }).locator('tbody tr')).toHaveCount(15);
  await expect(page.getByRole('group', { name: '时限和数值表' })).toContainText('紧急检查补报');
});

test('a code says whether it is genuine, over or withdrawn, and no more than it may', async ({ page, visit }) => {
  const filer = await visit('suchenxin');
  const [coming, past] = [await codeOf(filer, 'filed'), await codeOf(filer, 'archived')];
  await page.goto(coming);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/真实/);
  await expect(page.getByRole('main')).toContainText('区应急局');
  await page.goto(past);
  await expect(page.getByRole('heading', { name: '已过有效时间' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/公司|苏晨欣|姚康/);
  await expect(page.getByRole('link', { name: /打电话给/ })).toBeVisible();
});

test('a code that never was and one that cannot be get the same answer', async ({ page }) => {
  const answers: string[] = [];
  for (const code of ['7Q4MX9KD2RTVB6HNPW3C8YFA5J', 'not-a-code', '%E4%BD%A0%E5%A5%BD']) {
    expect((await page.goto(`/c/${code}`))?.status()).toBe(200);
    await expect(page.getByRole('heading', { name: '查无备案' })).toBeVisible();
    answers.push((await page.getByRole('main').textContent()) ?? '');
  }
  expect(new Set(answers).size).toBe(1);
});

test('a code can be typed, with hyphens and in small letters', async ({ page, visit }) => {
  const filer = await visit('suchenxin');
  const code = (await codeOf(filer, 'filed')).split('/').at(-1) ?? '';
  await page.goto('/check');
  await page.getByLabel('查验码').fill(code.toLowerCase().replace(/^(.{4})(.{4})/, '$1-$2-'));
  await page.getByRole('button', { name: '查验' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/真实/);
});

test('the page behind a code weighs less than 170 KB, everything included', async ({ page, visit }) => {
  const filer = await visit('suchenxin');
  const code = await codeOf(filer, 'filed');
  const network = await page.context().newCDPSession(page);
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await network.send('Network.enable');
  await page.goto(code, { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(170 * 1024);
});
