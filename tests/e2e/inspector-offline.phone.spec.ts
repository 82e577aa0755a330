import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { signIn } from './sign-in.ts';
import { placeVisit } from './visiting.ts';
import { test } from './watched.ts';

const inspector = 'shenfeijing';

/** Waits until the phone has kept this page and its files. */
async function untilKept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const [pages, files] = await Promise.all(['ningqi-inspector-pages', 'ningqi-inspector-files'].map((name) => caches.open(name)));
      const html = await pages?.match(location.pathname);
      const names = (await html?.text())?.match(/\/_next\/static\/[\w\-./~%]+\.(?:js|css)/g) ?? [];
      const kept = await Promise.all(names.map((name) => files?.match(name)));
      return names.length > 0 && kept.every(Boolean) && navigator.serviceWorker.controller !== null;
    });
  await expect.poll(isKept).toBe(true);
}

async function recordFinding(page: Page): Promise<void> {
  const matter = page.locator('li', { has: page.getByText('拍照取证') }).first();
  await matter.locator('summary').click();
  await matter.getByRole('combobox', { name: '检查结果' }).selectOption('toBeFollowed');
  await matter.getByLabel('情况说明').fill('两台灭火器已经过期');
  await matter.getByLabel('后续处理').selectOption('orderToCorrect');
  await expect(matter.getByLabel('整改到期日')).toHaveValue(addDays(dayOf(new Date()), 15));
  await matter.getByLabel('整改要求').fill('更换过期的灭火器');
  await matter.getByRole('button', { name: '存下检查结果' }).click();
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b33' } })
    .jpeg()
    .toBuffer();
  await matter.getByLabel('拍照取证').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(matter.getByText('已存下 1 张')).toBeVisible();
}

async function draw(page: Page, field: Locator): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await field.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 4, y + height / 4);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + (3 * height) / 4, { steps: 6 });
  await page.mouse.move(x + (3 * width) / 4, y + height / 4, { steps: 6 });
  await page.mouse.up();
}

async function signOpinion(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '企业意见' }).fill('情况属实，马上更换');
  await page.getByLabel('签字人', { exact: true }).fill('周明');
  await draw(page, page.locator('canvas.signature'));
  await page.getByRole('button', { name: '存下企业意见' }).click();
}

/** What the server answered to each item, once all were sent. */
async function readReceipts(page: Page, count: number): Promise<string[]> {
  await expect(page.getByText(/^回执 R-/)).toHaveCount(count, { timeout: 20_000 });
  await expect(page.getByText('已全部同步')).toBeVisible();
  const words = await page.getByText(/^回执 R-/).allTextContents();
  return words.map((each) => each.replace('回执 ', ''));
}

test('an inspector works without a line: a reload loses nothing, every item gets its receipt, and the office sees it', async ({
  page,
  context,
  visit,
}) => {
  const { id, enterprise } = await placeVisit(inspector);
  await signIn(page, inspector);
  await page.goto('/inspector');
  await expect(page.getByRole('main')).toContainText(enterprise);
  await page.goto(`/inspector/visits/${id}`);
  await untilKept(page);

  await context.setOffline(true);
  await page.getByRole('button', { name: '签到入企' }).click();
  await expect(page.getByText('已入企')).toBeVisible();
  await recordFinding(page);
  await signOpinion(page);
  await expect(page.getByText('离线，4 条待同步')).toBeVisible();
  await expect(page.goto('/filings')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  // The browser's own page of the failure comes after the failure is told.
  await page.waitForURL(/^chrome-error:/);
  await page.goto(`/inspector/visits/${id}`);
  await expect(page.getByText('离线，4 条待同步')).toBeVisible();
  await expect(page.getByText('已入企')).toBeVisible();

  await context.setOffline(false);
  expect(new Set(await readReceipts(page, 4)).size).toBe(4);
  await page.getByRole('button', { name: '离企签退' }).click();
  const receipts = await readReceipts(page, 5);
  await page.reload();
  await expect(page.getByText('已离企')).toBeVisible();

  const office = await visit('luolin');
  await office.goto(`/filings/${id}`);
  const record = office.getByRole('region', { name: '检查过程' });
  await expect(record).toContainText('情况属实，马上更换');
  await expect(record.getByRole('img', { name: '周明的签名' })).toBeVisible();
  await record.getByText(/^每一步和回执/).click();
  for (const receipt of receipts) await expect(record).toContainText(receipt);
  await expect(record).toContainText('两台灭火器已经过期');
  const photo = await office.request.get((await record.getByRole('link', { name: /^照片 1/ }).getAttribute('href')) ?? '');
  expect([photo.status(), photo.headers()['content-type']]).toEqual([200, 'image/jpeg']);
});
