import { expect, type Page } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import {
  approve,
  chooseVisit,
  codePath,
  doWithReason,
  entryOf,
  expectStatus,
  heldTitle,
  send,
  startDraft,
  tenth,
  verdict,
} from './desk.ts';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

const { leng } = journey;
const reason = '职工投诉同类产品，需到场核实';

async function claimExemption(page: Page): Promise<void> {
  await page.locator('summary', { hasText: '确属例外情形' }).click();
  await page.getByLabel('例外情形', { exact: true }).selectOption({ label: '投诉举报' });
  await page.getByLabel('证明').fill('12315 工单 0417');
  await page.getByLabel('理由', { exact: true }).fill(reason);
  await page.getByLabel('理由', { exact: true }).press('Tab');
}

/** A visit on a quiet day that claims an exemption, sent and approved: it waits for the office. */
async function holdVisit(filer: Page, head: Page, enterprise: string): Promise<string> {
  await startDraft(filer, enterprise);
  await chooseVisit(filer, entryOf(leng), tenth);
  await claimExemption(filer);
  await verdict(filer, heldTitle);
  const filing = await send(filer);
  await approve(head, filing, '待处理');
  return filing;
}

async function decide(office: Page, filing: string, opinion: { choice: string; reason: string; then: string }): Promise<void> {
  await office.goto('/office');
  await office.locator(`a.btn[href="${filing}"]`).click();
  await office.getByRole('radio', { name: opinion.choice, exact: true }).check();
  await office.getByLabel(/^理由/).fill(opinion.reason);
  await office.getByRole('button', { name: '记录处理意见' }).click();
  await expectStatus(office, opinion.then);
}

test('the office files a held visit; its director takes it out of force', async ({ page, visit }) => {
  await signIn(page, 'shenleyu');
  const [head, clerk] = [await visit('zengli'), await visit('luolin')];
  const filing = await holdVisit(page, head, leng.enterprises[5] ?? '');
  await clerk.goto(filing);
  await clerk.getByRole('button', { name: '记录处理意见' }).click();
  await expect(clerk.getByRole('link', { name: '请选择处理意见' })).toBeVisible();
  await expect(clerk.getByRole('link', { name: '请写明理由' })).toBeVisible();
  await decide(clerk, filing, { choice: '同意备案', reason: '举报属实，同意到场核实', then: '已备案' });

  const director = await visit('xiezhiyuan');
  await director.goto(filing);
  const code = await codePath(director);
  await doWithReason(director, '撤销备案', '举报人撤回，不再需要入企');
  await expectStatus(director, '已撤销');
  const firm = await visit();
  await firm.goto(code);
  await expect(firm.getByRole('heading', { name: '已撤销' })).toBeVisible();
  for (const secret of ['何晨', '汽车配件', '电子元件', leng.enterprises[5] ?? '', '撤回']) {
    await expect(firm.getByRole('main')).not.toContainText(secret);
  }
});

test('the office returns a held visit, and files it with a condition when it comes again', async ({ page, visit }) => {
  await signIn(page, 'shenleyu');
  const [head, clerk] = [await visit('zengli'), await visit('luolin')];
  const first = await holdVisit(page, head, leng.enterprises[6] ?? '');
  await decide(clerk, first, { choice: '退回', reason: '写明投诉的产品', then: '已退回' });

  await page.goto('/agency');
  await page.locator(`a.btn[href="${first}"]`).click();
  await expect(page.getByText('写明投诉的产品').first()).toBeVisible();
  await page.getByRole('button', { name: '修改后重新送批' }).click();
  await page.getByLabel('理由', { exact: true }).fill(`${reason}，产品为配电柜`);
  const second = await send(page);
  await approve(head, second, '待处理');
  await decide(clerk, second, { choice: '附条件备案', reason: '限备案事项，时长不超过 2 小时', then: '附条件备案' });
  const firm = await visit();
  await firm.goto(await codePath(clerk));
  await expect(firm.getByRole('main')).toContainText('时长不超过 2 小时');
});
