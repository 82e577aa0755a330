import { expect, type Page } from '@playwright/test';
import { asJourneyOwner } from '#support/journey-owner.ts';
import { answerAll, receipt } from './rating.ts';
import { expectAccessible, test } from './watched.ts';

/** The address of the first filing in a list, as somebody who signed in finds it. */
async function firstOf(page: Page, status: string): Promise<void> {
  await page.goto(`/filings?status=${status}`);
  await page.locator('tbody th a').first().click();
  await expect(page.locator('.code').first()).toBeVisible();
}

test('somebody at the door scans, sees another visit than was filed, and the office hears of it at once', async ({ page, visit }) => {
  const filer = await visit('suchenxin');
  await firstOf(filer, 'filed');
  await page.goto(new URL((await filer.locator('.code a').getAttribute('href')) ?? '').pathname);
  await page.getByRole('link', { name: '和看到的不一样' }).click();
  await expect(page.getByRole('heading', { name: '和看到的不一样' })).toBeVisible();
  await page.getByRole('button', { name: '告诉办公室哪里不一样' }).click();
  await expect(page.getByRole('alert').or(page.locator('.errs')).first()).toContainText('请勾选哪里不一样');
  await page.getByLabel('多来了人').check();
  await page.getByLabel('说明').fill('来了五个人，备案两个人');
  await expectAccessible(page);
  await page.getByRole('button', { name: '告诉办公室哪里不一样' }).click();
  const code = (await page.locator('.receipt').textContent()) ?? '';
  expect(code).toMatch(receipt);
  const clerk = await visit('luolin');
  await clerk.goto('/feedback');
  const report = clerk.locator('section', { hasText: '来了五个人' }).last();
  await report.getByLabel('答复').fill('已到现场核实，多余人员已离开');
  await report.getByRole('button', { name: '答复这件反映' }).click();
  await expect(report.getByText('已答复')).toBeVisible();
  await page.goto('/rate/receipt');
  await page.getByLabel('回执码').fill(code);
  await page.getByRole('button', { name: '查处理情况' }).click();
  await expect(page.getByRole('status')).toContainText('已到现场核实');
});

/** A visit that is over: the last one that lies ahead, as if it had taken place this morning. Gives its address. */
async function leftVisit(): Promise<string> {
  const [left] = await asJourneyOwner<{ id: string }>(
    `WITH picked AS (SELECT id FROM filing WHERE district_code = '431103' AND status = 'filed' AND NOT emergency ORDER BY starts_at DESC, id DESC LIMIT 1),
      moment AS (SELECT now() - interval '3 hours' AS start),
      moved AS (UPDATE filing SET channel = 'seed', status = 'left', starts_at = start, ends_at = start + interval '2 hours',
        start_day = (start AT TIME ZONE 'Asia/Shanghai')::date, year = extract(year FROM start AT TIME ZONE 'Asia/Shanghai')
        FROM moment WHERE id = (SELECT id FROM picked))
    UPDATE filing_agency SET checked_in_at = start + interval '5 minutes', checked_out_at = start + interval '90 minutes', people_came = 2
    FROM moment WHERE filing_id = (SELECT id FROM picked) RETURNING filing_id AS id`,
  );
  return `/filings/${left?.id}`;
}

test('a visit is rated from a link that a chat app had opened twice before', async ({ page, visit, request }) => {
  const clerk = await visit('luolin');
  await clerk.goto(await leftVisit());
  await clerk.getByRole('button', { name: /邀请/ }).click();
  await expect(clerk.getByText('已邀请')).toBeVisible();
  await clerk.getByText('出示评价链接').click();
  const link = (await clerk.getByRole('link', { name: /\/rate#/ }).textContent()) ?? '';
  for (const _time of [1, 2]) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: /评价 .* 的检查/ })).toBeVisible();
  expect(page.url()).not.toContain('#');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(320);
  await page.getByText('遇到下面的情况请勾选').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^提交/ }).click();
  await expect(page.locator('.errs')).toContainText('请选择总体满意程度');
  await answerAll(page);
  await page.getByRole('button', { name: /^提交/ }).click();
  await expect(page.locator('.receipt')).toHaveText(receipt);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: /评价 .* 的检查/ })).toBeVisible();
  await expect(page.locator('.receipt')).toHaveCount(0);
  await clerk.goto('/feedback?overall=fairly');
  await expect(clerk.locator('#answers').locator('..').locator('..')).toContainText('基本满意');
});
