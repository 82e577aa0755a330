import { expect, type Page } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import { expectAccessible, test } from './watched.ts';

const { leng } = journey;
const firm = leng.toldTerritory;

/** The clerk writes a call down on one screen; gives the number that is read out and the emergency's address. */
async function logCall(office: Page): Promise<{ confirmationNo: string; path: string }> {
  await office.goto('/emergencies');
  await office.getByLabel('来电单位').selectOption(leng.agency);
  await office.getByLabel('企业名称、拼音或代码').fill(firm);
  await office.getByRole('button', { name: '下一步' }).click();
  await expect(office.getByText('登记电话 199')).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: '记录并生成确认号' }).click();
  await expect(office.getByText('请先核对来电人是登记的分管负责人').first()).toBeVisible();
  await office.getByLabel('已核对：来电人就是登记的分管负责人').check();
  await office.getByLabel('为什么紧急').fill('接报车间燃气泄漏，须立即到场');
  await office.getByRole('textbox', { name: /^车牌/ }).fill('湘M·E5678');
  for (const name of ['何晨', '沈飞静']) await office.getByRole('checkbox', { name }).check();
  await office.getByRole('button', { name: '记录并生成确认号' }).click();
  await office.waitForURL(/\/emergencies\/[0-9a-f-]{36}$/);
  const shown = office.locator('dl.fig dd').first();
  await expect(shown).toHaveText(/^\d{4} \d{4}$/);
  return { confirmationNo: (await shown.textContent()) ?? '', path: new URL(office.url()).pathname };
}

test('a call at night: logged, told to the territory, asked about by the enterprise, supplemented', async ({ visit }) => {
  const office = await visit('luolin');
  const { confirmationNo, path } = await logCall(office);
  await expectAccessible(office);

  await office.goto(`/emergencies?q=${encodeURIComponent('湘M·E5678')}`);
  await expect(office.getByText(confirmationNo).first()).toBeVisible();
  await office.getByLabel('企业看到的').first().fill('来了五个人');
  await office.getByRole('button', { name: '与记录不符' }).first().click();
  await office.goto(path);
  await expect(office.getByRole('table', { name: '来电记录' }).or(office.getByText('与记录不符').first()).first()).toBeVisible();

  const territory = await visit('tangjingyuan');
  await territory.goto('/territory');
  await expectAccessible(territory);
  const waiting = territory.getByRole('row').filter({ hasText: '紧急' });
  await waiting.getByRole('button', { name: '签收' }).click();
  await expect(waiting.getByRole('button', { name: '签收' })).toHaveCount(0);
  await territory.getByRole('button', { name: '全部签收' }).click();
  await expect(territory.getByRole('button', { name: '全部签收' })).toHaveCount(0);

  const filer = await visit('shenleyu');
  await filer.goto(path);
  await filer.getByRole('checkbox', { name: '工业产品质量监督抽查' }).check();
  await filer.getByLabel('文号或编号').fill('12315 工单 0099');
  await filer.getByRole('button', { name: '送分管负责人批准' }).click();
  await expect(filer.getByText('补报待批准').first()).toBeVisible();
  const head = await visit('zengli');
  await head.goto(path);
  await expectAccessible(head);
  await head.getByRole('button', { name: '批准补报' }).click();
  await expect(head.getByText('按期补报').first()).toBeVisible();
});
