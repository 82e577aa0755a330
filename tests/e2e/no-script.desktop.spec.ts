import { expect } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import {
  codePath,
  dayCell,
  entryChoice,
  entryOf,
  expectGround,
  expectStatus,
  lawfulTitle,
  nextMonth,
  send,
  tenth,
  verdict,
} from './desk.ts';
import { figure, sampleSheet, upload } from './planning.ts';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

test.use({ javaScriptEnabled: false, contextOptions: { javaScriptEnabled: false } });

test('冷水滩: the same visit is refused, moved, sent, approved and verified without scripts', async ({ page, visit }) => {
  const enterprise = journey.leng.enterprises[1] ?? '';
  const judge = page.getByRole('button', { name: '保存并判定' });
  await signIn(page, 'shenleyu');
  await page.getByRole('link', { name: '新建备案' }).click();
  await page.getByLabel('企业名称或统一社会信用代码').fill(enterprise);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('group', { name: '查到的企业' }).getByRole('button', { name: /^填写/ }).click();

  await page.getByRole('button', { name: '送分管负责人批准' }).click({ force: true });
  await expect(page.getByRole('link', { name: '请选择入企日期' })).toBeVisible();
  await entryChoice(page, entryOf(journey.leng)).check();
  await page.getByRole('button', { name: '下一月' }).click();
  await expect(page.locator(`input[name="month"][value="${nextMonth}"]`)).toHaveCount(1);
  await dayCell(page, tenth).check();
  await judge.click();
  await expectGround(page, /所选日期是宁静日/);
  await page.getByRole('button', { name: '送分管负责人批准' }).click({ force: true });
  await expectGround(page, /所选日期是宁静日/);

  await expect(page.locator('.slots button')).toHaveCount(3);
  await page.locator('.slots button').last().click();
  await verdict(page, lawfulTitle);
  const filing = await send(page);

  const head = await visit('zengli');
  await head.goto(filing);
  await head.getByRole('button', { name: '批准', exact: true }).click();
  await expectStatus(head, '已备案');
  const firm = await visit();
  await firm.goto('/check');
  await firm.getByLabel('查验码').fill((await codePath(head)).split('/').at(-1) ?? '');
  await firm.getByRole('button', { name: '查验' }).click();
  await expect(firm.getByRole('heading', { name: '真实，未到时间' })).toBeVisible();
});

test('a sheet is uploaded, read while the page fetches itself anew, and mended without scripts', async ({ page }) => {
  await signIn(page, 'mengjiaguo');
  await upload(page, await sampleSheet('431103-transport-2026.xlsx'));
  await expect(figure(page, '需要改正')).toHaveText('3 处');
  await page.getByRole('button', { name: '不导入第 9 行' }).click();
  await expect(figure(page, '需要改正')).toHaveText('2 处');
  await page.locator('summary', { hasText: '页面上改过的 1 处' }).click();
  await page.getByRole('button', { name: '恢复第 9 行' }).click();
  await expect(figure(page, '需要改正')).toHaveText('3 处');
});
