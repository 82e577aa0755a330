import { expect, type Page } from '@playwright/test';
import { enterpriseOf, registerBook, usccOf } from '#support/register-books.ts';
import { figure } from './planning.ts';
import { expectAccessible, test } from './watched.ts';

const twinName = '永州市旅程同名纺织有限公司';
const wrong = (code: string) => `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`;
/** Codes that nothing else imports. */
const codes = [800_001, 800_002, 800_003, 800_004].map((nth) => usccOf(nth));

/** A register with two new enterprises of one name, one with a wrong check character, and a row that stands twice. */
async function sampleBook(): Promise<Buffer> {
  return registerBook([
    enterpriseOf(800_001, { 0: twinName }),
    enterpriseOf(800_002, { 0: twinName }),
    enterpriseOf(800_003, { 1: wrong(codes[2] ?? '') }),
    enterpriseOf(800_004),
    enterpriseOf(800_004),
  ]);
}

async function uploadRegister(page: Page): Promise<void> {
  await page.goto('/enterprises/imports');
  await page
    .getByLabel('企业名录文件')
    .setInputFiles({ name: '企业名录.xlsx', mimeType: 'application/octet-stream', buffer: await sampleBook() });
  await page.getByRole('button', { name: '上传并试读' }).click();
  await expect(page.getByRole('heading', { name: '逐行去向' })).toBeVisible({ timeout: 30_000 });
}

/** Searches the register; gives the rows that were found. */
async function search(page: Page, q: string) {
  await page.goto(`/enterprises?q=${encodeURIComponent(q)}`);
  return page.getByRole('group', { name: '企业名录' }).getByRole('rowheader');
}

test('the office imports enterprises, mends a row, merges two, and takes everything back', async ({ page, visit }) => {
  test.setTimeout(120_000);
  const office = await visit('luolin');
  await uploadRegister(office);
  await expect(figure(office, '新增')).toHaveText('2 行');
  await expect(figure(office, '疑似重复')).toHaveText('1 行');
  await expect(figure(office, '表内重复')).toHaveText('1 行');
  await expect(figure(office, '不导入')).toHaveText('1 行');
  await expectAccessible(office);
  const imported = office.url();
  await office.getByRole('button', { name: `改为 ${codes[2]}` }).click();
  await expect(figure(office, '新增')).toHaveText('3 行');
  await office.getByRole('button', { name: '导入 4 行' }).click();
  await expect(office.locator('main .st').first()).toHaveText('已导入');

  const filer = await visit('shenleyu');
  await expect(await search(filer, 'YZSLCTM')).toHaveCount(2);
  await expectAccessible(filer);

  await office.goto('/enterprises/duplicates');
  await expectAccessible(office);
  const pair = office.getByRole('row').filter({ hasText: twinName });
  await pair.getByRole('link', { name: /^比较并合并/ }).click();
  await expectAccessible(office);
  await office.getByRole('button', { name: '合并这两条' }).click();
  await expect(office.locator('.errs')).toContainText('请选择保留哪一条');
  await office.getByRole('radio').first().check();
  await office.getByLabel('理由').fill('核对营业执照，是同一家企业');
  await office.getByRole('button', { name: '合并这两条' }).click();
  await expect(office.getByRole('heading', { name: twinName })).toBeVisible();
  await expectAccessible(office);
  await expect(await search(filer, twinName)).toHaveCount(1);

  const kept = office.url();
  await office.goto(imported);
  await office.getByRole('button', { name: '撤回导入的 4 行' }).click();
  await expect(office.locator('.errs')).toContainText('合并过');
  await office.goto(kept);
  await office.getByRole('button', { name: /^撤回合并/ }).click();
  await expect(office.getByRole('heading', { name: '疑似重复' })).toBeVisible();
  await expect(await search(filer, twinName)).toHaveCount(2);
  await page.close();
});

test('what an import added goes again where nothing was done with it', async ({ visit }) => {
  const office = await visit('penghaoran');
  await office.goto('/enterprises/imports');
  const book = await registerBook([enterpriseOf(810_001, { 2: '竹阳街道', 6: '一号' })]);
  await office.getByLabel('企业名录文件').setInputFiles({ name: '一家.xlsx', mimeType: 'application/octet-stream', buffer: book });
  await office.getByRole('button', { name: '上传并试读' }).click();
  await office.getByRole('button', { name: '导入 1 行' }).click({ timeout: 30_000 });
  await office.getByRole('button', { name: '撤回导入的 1 行' }).click();
  await expect(office.locator('main .st').first()).toHaveText('已撤回导入');
  await office.goto(`/enterprises?q=${usccOf(810_001)}`);
  await expect(office.getByText('没有符合条件的企业。')).toBeVisible();
});

test('an agency changes an inspector and notes a recusal', async ({ visit }) => {
  const filer = await visit('shenleyu');
  await filer.goto('/inspectors?validity=valid');
  await expectAccessible(filer);
  await filer.getByRole('group', { name: '执法人员名录' }).getByRole('link').last().click();
  await filer.getByLabel('有效期止').fill('2020-01-01');
  await filer.getByRole('button', { name: '更改登记' }).click();
  await expect(filer.locator('.errs')).toContainText('有效期止早于有效期起');
  await expectAccessible(filer);
  await filer.getByLabel('有效期止').fill('2035-12-31');
  await filer.getByRole('button', { name: '更改登记' }).click();
  await expect(filer.getByText(/— 2035-12-31/)).toBeVisible();
  await filer.getByLabel('回避的企业').fill('没有这家企业');
  await filer.getByLabel('理由').fill('近亲属任职');
  await filer.getByRole('button', { name: '登记回避' }).click();
  await expect(filer.locator('.errs')).toContainText('名录中没有这家企业');
});
