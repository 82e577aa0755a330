import { expect, type Page } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import { approve, expectStatus, lawfulTitle, send, verdict } from './desk.ts';
import { signIn } from './sign-in.ts';
import { expectAccessible, test } from './watched.ts';

const { leng } = journey;
const own = leng.enterprises[8] ?? '';
const shared = leng.jointConflict.enterprise;

/** Opens the first drawn visit at the enterprise, from the list. */
async function openDrawn(page: Page, uscc: string, more = ''): Promise<void> {
  await page.goto(`/filings/drawn?q=${uscc}${more}`);
  await page.getByRole('group', { name: '抽中的企业' }).getByRole('button', { name: /^备案/ }).first().click();
  await expect(page).toHaveURL(/\/filings\/drafts\//);
}

test('冷水滩: a drawn visit is filed from the list as it stands, by two people in four clicks', async ({ page, visit }) => {
  await signIn(page, 'shenleyu');
  await expect(page.getByRole('heading', { name: /^待备案 \d+ 户次$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '全部待备案' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '待备案' })).toBeVisible();
  await expectAccessible(page);
  await openDrawn(page, own);
  await verdict(page, lawfulTitle);
  await expect(page.getByRole('checkbox', { name: /何晨/ })).toBeChecked();
  const filing = await send(page);
  await approve(await visit('zengli'), filing, '已备案');
  await page.goto(`/filings/drawn?q=${own}&within=90`);
  await expect(page.getByText('没有符合条件的。')).toBeVisible();
});

test('冷水滩: the office joins what two agencies drew, and the lead files for both', async ({ page, visit }) => {
  await signIn(page, 'luolin');
  await page.getByRole('link', { name: '查看并合并' }).click();
  const proposal = page.getByRole('group', { name: '待合并' }).getByRole('row').filter({ hasText: shared });
  await expect(proposal).toContainText('区应急局');
  await expectAccessible(page);
  await proposal.getByRole('button', { name: /^合并为一次入企/ }).click();
  await expect(proposal).toHaveCount(0);
  await page.getByRole('link', { name: /^已合并/ }).click();
  const joined = page.getByRole('group', { name: '已合并' }).getByRole('row').filter({ hasText: shared });
  await expect(joined).toContainText('待区市场监管局备案');
  await joined.locator('summary').click();
  await expectAccessible(page);

  const other = await visit('suchenxin');
  await other.goto(`/filings/drawn?q=${shared}&joint=yes`);
  await expect(other.getByText('由区市场监管局备案')).toBeVisible();

  const filer = await visit('shenleyu');
  await openDrawn(filer, shared, '&joint=yes');
  await verdict(filer, lawfulTitle);
  await expect(filer.getByRole('checkbox', { name: '区应急局', exact: true })).toBeChecked();
  await expectAccessible(filer);
  const filing = await send(filer);
  await approve(await visit('zengli'), filing, '已备案');

  await page.reload();
  await expect(joined).toContainText('已备案');
  await expect(joined).toContainText('撤回备案后才能拆开');
  await other.goto(filing);
  await expectStatus(other, '已备案');
});
