import { expect, type Page } from '@playwright/test';
import { asJourneyOwner } from '#support/journey-owner.ts';
import { signIn } from './sign-in.ts';
import { expectAccessible, test } from './watched.ts';

const status = (page: Page) => page.locator('.head .st');

/** Presses a button of «现在要做» and waits for what the page then says. */
async function press(page: Page, name: string, then: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('main')).toContainText(then);
}

/** Prepares a draw for the first entry that still needs one: its address. */
async function prepare(filer: Page): Promise<string> {
  await filer.goto('/drawing');
  await filer
    .getByRole('link', { name: /^准备抽取 \d/ })
    .last()
    .click();
  await expect(filer.getByText('现在冻结，名单和人员都够。')).toBeVisible();
  await expectAccessible(filer);
  await press(filer, '准备抽取', '现在要做');
  await expect(status(filer)).toHaveText('准备中');
  await expectAccessible(filer);
  return new URL(filer.url()).pathname;
}

type Frozen = { no: string; code: string };

async function readFrozen(draw: string): Promise<Frozen> {
  const [row] = await asJourneyOwner<Frozen>(
    `SELECT year || '-' || serial AS no, frozen::json -> 'subjects' -> 0 ->> 'id' AS code FROM draw JOIN draw_record ON draw_id = id WHERE id = $1`,
    [draw],
  );
  if (!row) throw new Error('nothing frozen');
  return row;
}

/** An enterprise of the pool objects on the public page, without an account. */
async function object(stranger: Page, { no, code }: Frozen): Promise<void> {
  await stranger.goto(`/draws/431103/${no}/object`);
  await expectAccessible(stranger);
  await stranger.getByLabel('统一社会信用代码或执法证号').fill(code);
  await stranger.getByLabel('哪里不对').fill('我公司风险等级已调整，权重应为 1');
  await stranger.getByLabel('姓名').fill('王五');
  await stranger.getByLabel('电话').fill('19900000009');
  await stranger.getByRole('button', { name: '提交异议' }).click();
  await expect(stranger).toHaveURL(/\?objection=1/);
  await expect(stranger.getByRole('main')).toContainText('权重应为 1');
  await expect(stranger.getByRole('main')).not.toContainText('王五');
}

async function answer(office: Page, draw: string): Promise<void> {
  await office.goto(draw);
  await expect(office.getByRole('main')).toContainText('王五');
  await office.getByRole('radio', { name: /^不成立/ }).check();
  await office.getByLabel('答复', { exact: true }).fill('风险等级以冻结时的名录为准，名录没有变化');
  await expectAccessible(office);
  await press(office, '答复异议', '第 1 件 不成立');
}

async function commit(page: Page, draw: string): Promise<void> {
  await page.goto(draw);
  await page.getByRole('button', { name: '生成随机数和承诺' }).click();
  await expect(page.getByLabel('承诺', { exact: true })).toHaveValue(/^[0-9a-f]{64}$/);
  const backup = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载随机数备份' }).click();
  expect((await backup).suggestedFilename()).toMatch(/随机数\.txt$/);
  await expectAccessible(page);
  const commitment = await page.getByLabel('承诺', { exact: true }).inputValue();
  await press(page, '提交承诺', commitment);
}

async function reveal(page: Page, draw: string): Promise<void> {
  await page.goto(draw);
  await page.getByRole('button', { name: '填入保存的随机数' }).click();
  await expect(page.getByLabel('原文', { exact: true })).toHaveValue(/^[0-9a-f]{64}$/);
  await expectAccessible(page);
  const secret = await page.getByLabel('原文', { exact: true }).inputValue();
  await press(page, '揭示随机数', secret);
}

test('three parties draw: frozen, objected to, committed, revealed, drawn, published', async ({ page: filer, visit }) => {
  test.setTimeout(180_000);
  await signIn(filer, 'shenleyu');
  const [office, witness, stranger] = [await visit('luolin'), await visit('liuzhengyan'), await visit()];
  const draw = await prepare(filer);
  await press(filer, '冻结名单', '名单指纹');
  await expectAccessible(filer);
  const id = draw.split('/').at(-1) ?? '';
  const frozen = await readFrozen(id);
  await object(stranger, frozen);
  await answer(office, draw);
  await asJourneyOwner(`UPDATE draw_record SET objection_end = now() - interval '1 second' WHERE draw_id = $1`, [id]);
  await witness.goto('/drawing');
  await expectAccessible(witness);
  for (const party of [office, filer, witness]) await commit(party, draw);
  for (const party of [witness, filer, office]) await reveal(party, draw);
  await filer.goto(draw);
  // Nobody presses: the draw comes by itself once all have revealed.
  await expect(filer.getByRole('main')).toContainText('结果指纹', { timeout: 60_000 });
  await expect(status(filer)).toHaveText('待公布');
  await expectAccessible(filer);
  await office.goto(draw);
  await press(office, '公布结果', '抽中的企业和执法人员');
  await expect(status(office)).toHaveText('已公布');
  await expectAccessible(office);
  await stranger.goto(`/draws/431103/${frozen.no}`);
  await expect(stranger.getByRole('main')).toContainText('已公布');
});
