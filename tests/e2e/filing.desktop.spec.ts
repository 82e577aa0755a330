import { expect } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import {
  approve,
  chooseVisit,
  codePath,
  dayCell,
  entryChoice,
  entryOf,
  expectGround,
  expectStatus,
  firstOpenDay,
  lawfulTitle,
  nextMonth,
  refusedTitle,
  send,
  startDraft,
  tenth,
  twentieth,
  twentyFirst,
  verdict,
} from './desk.ts';
import { signIn } from './sign-in.ts';
import { expectAccessible, test } from './watched.ts';

const { leng, dazhu } = journey;
const [first, , third] = leng.enterprises as [string, string, string];

test('冷水滩: a visit is refused on the tenth, moved, filed, verified, and refused a second time', async ({ page, visit }) => {
  await signIn(page, 'shenleyu');
  await page.getByRole('link', { name: '新建备案' }).click();
  const drawn = page.getByRole('group', { name: '抽中的企业' }).getByRole('row').filter({ hasText: first });
  await drawn.first().getByRole('button', { name: /^备案/ }).click();
  await chooseVisit(page, entryOf(leng), tenth);
  const ground = await expectGround(page, /所选日期是宁静日/);
  await expect(ground.locator('.src')).toContainText('二十条');
  await expect(ground).toContainText('10日在每月 1—20 日内');
  const slots = (await verdict(page, refusedTitle)).locator('.slots button');
  await expect(slots).toHaveCount(3);
  await expectAccessible(page);

  await slots.first().click();
  await verdict(page, lawfulTitle);
  await expectAccessible(page);
  const filing = await send(page);
  await expectAccessible(page);

  const head = await visit('zengli');
  await head.locator(`a.btn[href="${filing}"]`).click();
  await expectAccessible(head);
  await head.getByRole('button', { name: '批准', exact: true }).click();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText(/〔\d{4}〕\d+号/);
  await expectStatus(head, '已备案');
  await expectAccessible(head);

  const enterprise = await visit();
  await enterprise.goto(await codePath(head));
  await expect(enterprise.getByRole('heading', { name: '真实，未到时间' })).toBeVisible();
  await expect(enterprise.getByRole('main')).toContainText('何晨');
  await expectAccessible(enterprise);

  await startDraft(page, first);
  await chooseVisit(page, entryOf(leng), tenth);
  await expectGround(page, /所选日期是宁静日/);
  await expectGround(page, /同一事项本年已查过/);
});

test('冷水滩: one officer, an expired credential, the office as lead, the 20th and 21st are refused', async ({ page }) => {
  await signIn(page, 'shenleyu');
  await startDraft(page, third);
  await chooseVisit(page, entryOf(leng), await firstOpenDay(page, `${nextMonth}-21`));
  await verdict(page, lawfulTitle);

  await test.step('a single officer', async () => {
    await page.getByRole('checkbox', { name: /沈飞静/ }).uncheck();
    const ground = await expectGround(page, /执法人员不足 2 名/);
    await expect(ground.locator('.src')).toContainText('行政处罚法');
  });
  await test.step('an expired credential', async () => {
    await page.locator('summary', { hasText: '名册中其他执法人员' }).click();
    await page.getByRole('checkbox', { name: /程文志/ }).check();
    const ground = await expectGround(page, /执法人员不足 2 名/);
    await expect(ground).toContainText('程文志执法证 2026-07-12 到期');
    await page.getByRole('checkbox', { name: /程文志/ }).uncheck();
    await page.getByRole('checkbox', { name: /沈飞静/ }).check();
    await verdict(page, lawfulTitle);
  });
  await test.step('the office as lead agency', async () => {
    await page.locator('summary', { hasText: '牵头与协同单位' }).click();
    await page.getByLabel('牵头单位').selectOption('431103-business-environment-office');
    const ground = await expectGround(page, /参检单位不是检查主体/);
    await expect(ground.locator('.src')).toContainText('检查主体');
    await page.getByLabel('牵头单位').selectOption(leng.agency);
    await verdict(page, lawfulTitle);
  });
  await test.step('a visit that spans the 20th and the 21st', async () => {
    await page.getByLabel(/^结束日期/).fill(twentyFirst);
    await dayCell(page, twentieth).check();
    const ground = await expectGround(page, /所选日期是宁静日/);
    await expect(ground).toContainText('20日在每月 1—20 日内');
    await expect(ground.locator('.src')).toContainText('二十条');
  });
});

test('冷水滩: a case check on the tenth with its trigger is not barred by the quiet day', async ({ page }) => {
  await signIn(page, 'shenleyu');
  await startDraft(page, third);
  await chooseVisit(page, entryOf(leng), tenth);
  await expectGround(page, /所选日期是宁静日/);
  await entryChoice(page, '').check();
  await page.getByRole('radio', { name: '个案检查', exact: true }).check();
  await expectGround(page, /缘由/);
  await expect(page.locator('.ground', { hasText: '宁静日' })).toHaveCount(0);
  await page.getByLabel('缘由', { exact: true }).selectOption({ label: '投诉举报' });
  await page.getByLabel('文号或编号').fill('12315 工单 0417');
  await page.getByLabel('文号或编号').press('Tab');
  await verdict(page, lawfulTitle);
  await expect(dayCell(page, tenth)).toBeChecked();
});

test('大竹: the tenth is lawful; a visit without an entry of the plan is not', async ({ page, visit }) => {
  await signIn(page, 'weibofeng');
  await startDraft(page, dazhu.enterprises[0] ?? '');
  await chooseVisit(page, entryOf(dazhu), await firstOpenDay(page, tenth));
  await verdict(page, lawfulTitle);
  await entryChoice(page, '').check();
  const ground = await expectGround(page, '没有指明计划项');
  await expect(ground.locator('.src')).toContainText('三单制');
  await entryChoice(page, entryOf(dazhu)).check();
  await verdict(page, lawfulTitle);
  const filing = await send(page);
  const head = await visit('fanxiaofang');
  await approve(head, filing, '已备案');
});
