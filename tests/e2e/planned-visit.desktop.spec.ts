import { expect, type Page } from '@playwright/test';
import {
  approve,
  chooseVisit,
  entryChoice,
  expectGround,
  firstOpenDay,
  lawfulTitle,
  nextMonth,
  send,
  startDraft,
  tenth,
  verdict,
} from './desk.ts';
import { approveDeclaration, expectLastStep, keepTheRest, publish, sendDeclaration, tick } from './planning.ts';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

// 大竹 has no quiet days, and its transport agency declares nothing in the demo.
const year = Number(nextMonth.slice(0, 4));
const matter = '道路运输经营场所检查';
const carrier = '91511724YQKF1TA354';
const stands = (page: Page) => page.locator('main .st').first();

/** Declares every carrier for next month in the form of a line; gives the declaration's address. */
async function declareLine(page: Page): Promise<string> {
  await page.goto('/declarations');
  await page.getByRole('button', { name: new RegExp(`^(开始填报|补报) ${year} 年计划$`) }).click();
  await page.getByRole('link', { name: '新增一行' }).click();
  await page.getByLabel('事项', { exact: true }).selectOption('transport-001');
  await page.getByLabel('对象名称').fill('道路运输企业');
  await page.getByRole('radio', { name: '全覆盖' }).check();
  await page.getByRole('radio', { name: '某几个月' }).check();
  await page.getByRole('checkbox', { name: `${Number(nextMonth.slice(5))} 月`, exact: true }).check();
  await page.getByRole('button', { name: '测算' }).click();
  await expect(page.getByRole('region', { name: '测算' })).toContainText('家');
  await page.getByRole('button', { name: '存入申报' }).click();
  await expect(page.getByRole('heading', { name: '申报行 1 行' })).toBeVisible();
  return sendDeclaration(page);
}

/** The office returns the line, the filer mends and sends it, the head approves, and it lies at the desk as if nobody had looked at it. */
async function returnOnce({ office, filer, head }: Record<'office' | 'filer' | 'head', Page>, declaration: string): Promise<void> {
  const reason = '请写明企业名单从哪里来';
  const lines = `/review/${year}?agency=511724-transport`;
  await office.goto(lines);
  await tick(office, `选择 县交通运输局 ${matter}`);
  await office.getByRole('button', { name: '退回', exact: true }).click();
  await office.getByLabel('退回的理由').fill(reason);
  await office.getByRole('button', { name: '退回这 1 行' }).click();
  await expectLastStep(office, new RegExp(`^撤销：退回 ${matter}$`));
  await filer.goto('/inbox');
  await expect(filer.getByRole('main')).toContainText(reason);
  await filer.goto(declaration);
  await expect(stands(filer)).toHaveText('已退回');
  await filer.getByRole('link', { name: /^修改/ }).click();
  await expect(filer.getByText(`办公室退回：${reason}`)).toBeVisible();
  await filer.getByLabel('对象名称').fill('县内道路运输企业');
  await filer.getByRole('button', { name: '保存这一行' }).click();
  await expect(filer.getByRole('heading', { name: '申报行 1 行' })).toBeVisible();
  await sendDeclaration(filer);
  await approveDeclaration(head, declaration);
  await office.goto(`${lines}&status=unreviewed`);
  await expect(office.getByRole('group', { name: '申报行表' }).getByRole('row').filter({ hasText: matter })).toContainText('未审');
}

/** Files a visit to a carrier against the new entry; without it the visit is refused. */
async function fileVisit(filer: Page, head: Page, entry: string): Promise<void> {
  await startDraft(filer, carrier);
  await filer.getByRole('radio', { name: '年度抽查', exact: true }).check();
  await chooseVisit(filer, entry, await firstOpenDay(filer, tenth));
  await filer.getByRole('checkbox', { name: new RegExp(`^${matter}`) }).check();
  for (const name of ['吕敏', '丁林']) await filer.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
  await verdict(filer, lawfulTitle);
  await entryChoice(filer, '').check();
  const ground = await expectGround(filer, '没有指明计划项');
  await expect(ground.locator('.src')).toContainText('三单制');
  await entryChoice(filer, entry).check();
  await verdict(filer, lawfulTitle);
  await approve(head, await send(filer), '已备案');
}

test('大竹: a returned line comes back, is published, and a visit can be filed against it alone', async ({ page, visit }) => {
  test.setTimeout(120_000);
  const [filer, head, office] = [page, await visit('zhouhaijun'), await visit('jiangxinlan')];
  await signIn(filer, 'weiyanjie');
  const declaration = await declareLine(filer);
  await approveDeclaration(head, declaration);
  await returnOnce({ office, filer, head }, declaration);
  await keepTheRest(office, year);
  await publish(office, year, '增列道路运输企业检查');
  await office.goto(`/plans/511724/${year}?agency=511724-transport&q=${encodeURIComponent(matter)}`);
  const added = office.getByRole('group', { name: '计划项' }).getByRole('row').filter({ hasText: '县内道路运输企业' });
  await fileVisit(filer, head, (await added.getByRole('cell').first().textContent()) ?? '');
});
