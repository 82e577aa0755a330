import { expect } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import {
  approve,
  chooseVisit,
  codePath,
  doWithReason,
  entryOf,
  expectStatus,
  firstOpenDay,
  lawfulTitle,
  nextMonth,
  send,
  startDraft,
  verdict,
} from './desk.ts';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

const { leng } = journey;

test('the head returns a filing, the filer mends it; once filed, the filer withdraws it', async ({ page, visit }) => {
  await signIn(page, 'shenleyu');
  await startDraft(page, leng.enterprises[3] ?? '');
  await chooseVisit(page, entryOf(leng), await firstOpenDay(page, `${nextMonth}-21`));
  await verdict(page, lawfulTitle);
  const first = await send(page);

  const head = await visit('zengli');
  await head.goto(first);
  await doWithReason(head, '退回填报人', '写明检查的车间');
  await expectStatus(head, '已退回');

  await page.goto('/inbox');
  await page.getByRole('link', { name: /负责人退回，写明检查的车间/ }).click();
  await page.getByRole('button', { name: '修改后重新送批' }).click();
  await page.getByLabel(/^检查地点/).fill('登记地址内二号车间');
  const second = await send(page);
  await expect(page.getByRole('main')).toContainText('二号车间');
  await expect(page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0);
  await approve(head, second, '已备案');
  const code = await codePath(head);

  await page.goto(second);
  await doWithReason(page, '撤回备案', '企业停产检修，另行备案');
  await expectStatus(page, '已撤回');
  const firm = await visit();
  await firm.goto(code);
  await expect(firm.getByRole('heading', { name: '已撤回' })).toBeVisible();
  await expect(firm.getByRole('main')).not.toContainText('二号车间');
});

test('a filing of another agency, another district, or nobody is no page', async ({ page, visit }) => {
  const dazhu = await visit('weibofeng');
  await dazhu.goto('/filings');
  const foreign = (await dazhu.locator('tbody th a').first().getAttribute('href')) ?? '';
  const fire = await visit('zhuzhekang');
  await fire.goto('/filings');
  const neighbour = (await fire.locator('tbody th a').first().getAttribute('href')) ?? '';
  await signIn(page, 'shenleyu');
  for (const path of [foreign, neighbour, '/filings/00000000-0000-7000-8000-000000000000', '/filings/1', '/office', '/users', '/audit']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
  }
});
