import { expect } from '@playwright/test';
import { demoPassword } from '#seed/accounts.data.ts';
import { journey } from '#seed/story.data.ts';
import { dayCell, entryChoice, entryOf, expectGround, expectStatus, lawfulTitle, nextMonth, tenth, verdict } from './desk.ts';
import { faultySheet, thisYear } from './planning.ts';
import { signIn } from './sign-in.ts';
import { walkTo } from './walk.ts';
import { test } from './watched.ts';

test('a visit is filed with the keyboard alone', async ({ page }) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto('/sign-in');
  await walkTo(page, page.getByLabel('区县'));
  await page.keyboard.type('冷水滩');
  await walkTo(page, page.getByLabel('账号'));
  await page.keyboard.type('shenleyu');
  await walkTo(page, page.getByLabel('密码'));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await expect(button('退出')).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('link', { name: '新建备案' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/filings\/new$/);
  await walkTo(page, page.getByLabel('企业名称或统一社会信用代码'));
  await page.keyboard.type(journey.leng.enterprises[4] ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await walkTo(page, page.getByRole('group', { name: '查到的企业' }).getByRole('button'));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\/filings\/drafts\//);

  const entry = entryChoice(page, entryOf(journey.leng));
  await walkTo(page, page.locator('input[name="planEntry"]:checked'));
  for (let step = 0; step < 20 && !(await entry.isChecked()); step++) await page.keyboard.press('ArrowDown');
  await expect(entry).toBeChecked();
  await walkTo(page, button('下一月'));
  await page.keyboard.press('Enter');
  await expect(page.locator(`input[name="month"][value="${nextMonth}"]`)).toHaveCount(1);
  await expect(button('下一月')).toBeFocused();
  await walkTo(page, 'input[name="day"]', 'Shift+Tab');
  for (let step = 0; step < 31 && !(await dayCell(page, tenth).isChecked()); step++) await page.keyboard.press('ArrowLeft');
  await expect(dayCell(page, tenth)).toBeChecked();
  await expectGround(page, /所选日期是宁静日/);
  await expect(dayCell(page, tenth)).toBeFocused();

  await walkTo(page, page.locator('.slots button').first());
  await page.keyboard.press('Space');
  await verdict(page, lawfulTitle);
  await walkTo(page, button('送分管负责人批准'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/filings\/[0-9a-f-]{36}$/);
  await expectStatus(page, '待批准');
});

test('a sheet is mended and imported with the keyboard alone', async ({ page }) => {
  const cell = page.getByRole('group', { name: '需要改正的单元格' });
  await signIn(page, 'qiuhui');
  await page.goto(`/declarations/sheets/new?year=${thisYear}`);
  await walkTo(page, page.getByLabel('申报表文件'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(await faultySheet());
  await walkTo(page, page.getByRole('button', { name: '上传并试读' }));
  await page.keyboard.press('Enter');
  await expect(cell).toBeVisible();
  await walkTo(page, page.getByLabel('E4 改为'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3家');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveCount(0);
  await walkTo(page, page.getByRole('button', { name: `导入 ${thisYear} 年申报` }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '申报行 1 行' })).toBeVisible();
});

test('lines are chosen and moved, and the publication is reached, with the keyboard alone', async ({ page }) => {
  await signIn(page, 'jiangxinlan');
  await page.goto(`/review/${thisYear + 1}?agency=511724-urban-mgmt`);
  await walkTo(page, page.locator('input[name="line"]').first());
  await page.keyboard.press('Space');
  await walkTo(page, page.getByRole('button', { name: '改月份', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('改月份 1 行');
  const months = page.getByRole('group', { name: '月份' }).getByRole('checkbox');
  await walkTo(page, months.first());
  for (let month = 0; month < 12; month++) {
    if ((await months.nth(month).isChecked()) !== (month === 10)) await page.keyboard.press('Space');
    if (month < 11) await walkTo(page, months.nth(month + 1));
  }
  await walkTo(page, page.getByRole('button', { name: '改月份这 1 行' }));
  await page.keyboard.press('Enter');
  const undo = page.locator('.head').getByRole('button', { name: /^撤销：改月份/ });
  await expect(undo).toBeVisible();
  await walkTo(page, page.getByRole('link', { name: '预览公示' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^预览公示/);
  await walkTo(page, page.getByRole('link', { name: '去审这些行' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/status=unreviewed/);
  await walkTo(page, undo);
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
});

test('how messages come is chosen with the keyboard alone', async ({ page }) => {
  await signIn(page, 'tanglinbin');
  await page.goto('/inbox');
  await walkTo(page, page.getByRole('link', { name: '接收方式' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/preferences$/);
  const choice = page.getByRole('checkbox', { name: '抽取：站内消息' });
  await walkTo(page, choice);
  await page.keyboard.press('Space');
  await expect(choice).not.toBeChecked();
  await walkTo(page, page.getByRole('button', { name: '保存接收方式' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/inbox$/);
});
