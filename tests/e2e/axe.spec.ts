import { expect, type Page } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import { chooseVisit, entryOf, expectGround, firstOpenDay, lawfulTitle, nextMonth, startDraft, tenth, verdict } from './desk.ts';
import { notASheet, sampleSheet, upload } from './planning.ts';
import { signIn, trySignIn } from './sign-in.ts';
import { placeVisit } from './visiting.ts';
import { expectAccessible, test } from './watched.ts';

// Half of the browser suite is in this file: its tests need nothing of each other, so every worker takes from it.
test.describe.configure({ mode: 'parallel' });

const year = new Date().getFullYear();
const unknown = '/c/7Q4MX9KD2RTVB6HNPW3C8YFA5J';

/** Who sees which pages; the public ones first. */
const desks: { username?: string; paths: string[] }[] = [
  { paths: ['/sign-in', '/rules?district=431103', '/rules?district=511724', '/check', '/accessibility', unknown, '/no-such-page'] },
  { paths: ['/plans', `/plans/431103/${year}`, `/plans/511724/${year}?month=6&kind=annual`, `/plans/431103/${year}?q=没有`] },
  { paths: ['/catalogue/431103', '/catalogue/511724'] },
  { paths: ['/rate', '/rate/receipt', '/door?kind=refusedEntry', '/door?kind=question', '/mailbox'] },
  { username: 'luolin', paths: ['/feedback', '/feedback?overall=dissatisfied', '/outbox', '/outbox?status=failed'] },
  { username: 'shenleyu', paths: ['/feedback'] },
  { paths: ['/results', '/results?q=没有', '/l/7Q4MX9KD2RTVB6HNPW3C8YFA5J'] },
  {
    username: 'luolin',
    paths: ['/conduct', '/conduct/visits?only=notShown', '/alerts', '/alerts?status=handled', '/findings?view=published'],
  },
  { username: 'shenleyu', paths: ['/findings', '/findings?view=rectify', '/conduct'] },
  {
    username: 'shenleyu',
    paths: [
      '/agency',
      '/filings',
      '/filings?q=没有这家企业',
      '/filings/new',
      '/filings/new?q=永州',
      '/filings/new?q=没有',
      '/filings/batches',
      '/filings/batches/new?q=永州',
      '/filings/templates',
      '/refusals',
      '/inbox',
    ],
  },
  { username: 'hanxinwen', paths: ['/declarations', `/declarations/sheets/new?year=${year + 1}`, '/matters?merge=yes', '/matters/new'] },
  { username: 'zengli', paths: ['/agency', '/filings?status=submitted', '/filings/1'] },
  { username: 'luolin', paths: ['/office', '/filings?status=held', '/refusals', `/review/${year + 1}/merges`] },
  { username: 'luolin', paths: [`/review/${year + 1}`, `/review/${year + 1}?status=returned&month=6`, `/review/${year + 1}/steps`] },
  { username: 'luolin', paths: ['/declarations', `/review/${year + 1}?q=没有`, `/review/${year + 2}`, '/matters'] },
  { username: 'penghaoran', paths: ['/office', '/inbox', `/review/${year + 1}/publication`] },
  { username: 'luolin', paths: ['/enterprises', '/enterprises?q=没有', '/enterprises/duplicates', '/enterprises/imports', '/inspectors'] },
  { username: 'shenleyu', paths: ['/enterprises?q=yz', '/inspectors?validity=expired', '/inspectors/imports'] },
  { username: 'shenfeijing', paths: ['/inspector', '/filings'] },
  { username: 'dengsiyuan', paths: ['/users'] },
  { username: 'xiaowenjing', paths: ['/api-keys', '/webhooks', '/sessions'] },
  { username: 'zengli', paths: ['/inbox?view=role', '/inbox?family=filing&state=done', '/inbox/preferences', '/filings/batches'] },
  { username: 'luolin', paths: ['/emergencies', '/contacts', '/feedback', '/outbox', '/inbox?view=role'] },
  { paths: ['/statistics', '/rate', '/door'] },
  { username: 'tangjingyuan', paths: ['/territory', '/inbox', '/inbox?view=role'] },
  { username: 'hechangqing', paths: ['/territory', '/inbox/preferences'] },
  { username: 'liaoxiaoyun', paths: ['/territory', '/inbox'] },
  { username: 'tangminghui', paths: ['/audit', '/audit?event=session.opened'] },
];

async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}

/** At this screen's width axe finds nothing; at 320 px nothing has to be scrolled sideways, in large text neither. */
async function expectFit(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await unfold(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: size.height });
  for (const text of ['normal', 'large']) {
    await page.locator('html').evaluate((html, value) => html.setAttribute('data-text', value), text);
    const width = await page.locator('html').evaluate((html) => html.scrollWidth);
    expect([page.url(), text, width]).toEqual([page.url(), text, 320]);
  }
  await page.locator('html').evaluate((html) => html.removeAttribute('data-text'));
  await page.setViewportSize(size);
}

for (const { username, paths } of desks) {
  test(`pages of ${username ?? 'the public'}: ${paths[0]}`, async ({ page }) => {
    if (username) await signIn(page, username);
    for (const path of paths) {
      await page.goto(path);
      await expectFit(page);
    }
  });
}

for (const [username, status] of [
  ['shenleyu', 'filed'],
  ['shenleyu', 'returned'],
  ['luolin', 'held'],
  ['xiezhiyuan', 'filedWithCondition'],
] as const) {
  test(`a filing that is ${status}, as ${username} sees it`, async ({ page }) => {
    await signIn(page, username);
    await page.goto(`/filings?status=${status}`);
    await page.locator('tbody th a').first().click();
    await expect(page.getByRole('heading', { name: '办理记录' })).toBeVisible();
    await expectFit(page);
    const code = page.locator('.code a');
    if ((await code.count()) === 0) return;
    await code.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/真实|已过|结束|撤/);
    await expectFit(page);
  });
}

for (const stage of ['before', 'inside', 'after'] as const) {
  test(`a visit on the phone, ${stage}, and its record`, async ({ page, visit }) => {
    const { id, enterprise } = await placeVisit('shenfeijing', stage);
    await signIn(page, 'shenfeijing');
    await page.goto(`/inspector/visits/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(enterprise);
    await expect(page.getByRole('heading', { name: stage === 'before' ? '入企' : '企业意见' })).toBeVisible();
    await expectFit(page);
    if (stage !== 'after') return;
    const office = await visit('luolin');
    await office.goto(`/filings/${id}`);
    await expect(office.getByRole('region', { name: '检查过程' })).toBeVisible();
    await expectFit(office);
  });
}

test('a change of a filing, its acts, and another agency that joins', async ({ page, visit }) => {
  await signIn(page, 'shenleyu');
  await page.goto('/filings?status=filed&kind=special');
  await page.locator('tbody th a').first().click();
  await expect(page.getByRole('heading', { name: '办理记录' })).toBeVisible();
  const { pathname } = new URL(page.url());
  for (const part of ['amend', 'amendments']) {
    await page.goto(`${pathname}/${part}`);
    await expect(page).toHaveTitle(/变更/);
    await expectFit(page);
  }
  const other = await visit('suchenxin');
  await other.goto(`${pathname}/join`);
  await expect(other).toHaveTitle(/参加联合检查/);
  await expectFit(other);
});

for (const [username, from, opens] of [
  ['hanxinwen', '/declarations', '继续填'],
  ['mengjiaguo', '/declarations', '修改'],
  ['tanglinbin', '/declarations', '批准'],
] as const) {
  test(`a declaration as ${username} sees it, and its line's form`, async ({ page }) => {
    await signIn(page, username);
    await page.goto(from);
    await page
      .getByRole('row')
      .filter({ hasText: `${year + 1} 年度计划` })
      .getByRole('link', { name: opens })
      .click();
    await expect(page.getByRole('heading', { name: /^申报行 \d+ 行$/ })).toBeVisible();
    await expectFit(page);
    if (username === 'tanglinbin') return;
    await page.getByRole('link', { name: /^修改/ }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('修改申报行');
    await page.getByRole('button', { name: '测算' }).click();
    await expect(page).toHaveURL(/reckon=yes/);
    await expectFit(page);
  });
}

test("a line's form that was refused", async ({ page }) => {
  await signIn(page, 'hanxinwen');
  await page.goto('/declarations');
  await page.getByRole('link', { name: /^继续填/ }).click();
  await page.getByRole('link', { name: '新增一行' }).click();
  await page.getByRole('button', { name: '存入申报' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有存入申报' })).toBeFocused();
  await expectFit(page);
});

test('a line at the desk and every page that asks for what an action needs', async ({ page }) => {
  await signIn(page, 'luolin');
  await page.goto(`/review/${year + 1}?month=9&status=unreviewed`);
  const boxes = page.locator('input[name="line"]');
  const lines = await boxes.evaluateAll((all) => all.slice(0, 2).map((box) => (box as HTMLInputElement).value));
  await page.goto(`/review/lines/${lines[0]}`);
  await expectFit(page);
  for (const action of ['trim', 'move', 'offsite', 'drop', 'return', 'merge']) {
    const chosen = action === 'merge' ? lines : lines.slice(0, 1);
    await page.goto(`/review/${year + 1}/act?${new URLSearchParams([['action', action], ...chosen.map((line) => ['line', line])])}`);
    await expectFit(page);
  }
});

test('a sheet with errors, none chosen, one that cannot be read', async ({ page }) => {
  await signIn(page, 'mengjiaguo');
  await upload(page, await sampleSheet('431103-transport-2026.xlsx'));
  await expect(page.getByRole('heading', { name: '需要改正' })).toBeVisible();
  await expectFit(page);
  await page.goto(`/declarations/sheets/new?year=${year}`);
  await page.getByRole('button', { name: '上传并试读' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有上传' })).toBeFocused();
  await expectFit(page);
  await page.getByLabel('申报表文件').setInputFiles(notASheet);
  await page.getByRole('button', { name: '上传并试读' }).click();
  await expect(page.getByRole('heading', { name: '没有接收这份文件' })).toBeVisible();
  await expectFit(page);
});

test('a matter, a proposal that was refused, and one that waits', async ({ page, visit }, { project }) => {
  await signIn(page, 'shenleyu');
  await page.goto('/matters/amr-005');
  await expectFit(page);
  await page.goto('/matters/new');
  await page.getByRole('button', { name: '报办公室审核' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有报送' })).toBeFocused();
  await expectFit(page);
  await page.getByLabel('事项名称').fill(`预付卡备案情况检查（${project.name}）`);
  for (const label of ['检查类别', '检查方式', '执法范围']) await page.getByLabel(label).selectOption({ index: 1 });
  await page.getByLabel('依据的法律、法规、规章').fill('单用途商业预付卡管理办法（试行）');
  await page.getByLabel('条款').fill('第三十二条');
  await page.getByLabel('理由', { exact: true }).fill('新增职责');
  await page.getByRole('button', { name: '报办公室审核' }).click();
  await expect(page).toHaveURL(/\/matters\/proposals\//);
  await expectFit(page);
  const office = await visit('luolin');
  for (const path of ['/matters', new URL(page.url()).pathname]) {
    await office.goto(path);
    await expectFit(office);
  }
});

test('the filing form empty, refused, lawful, and a case', async ({ page }) => {
  await signIn(page, 'shenleyu');
  await startDraft(page, journey.leng.enterprises[7] ?? '');
  await expectFit(page);
  await chooseVisit(page, entryOf(journey.leng), tenth);
  await expectGround(page, /所选日期是宁静日/);
  await expectFit(page);
  await chooseVisit(page, entryOf(journey.leng), await firstOpenDay(page, `${nextMonth}-21`));
  await verdict(page, lawfulTitle);
  await expectFit(page);
});

test('forms that were refused', async ({ page }) => {
  await trySignIn(page, { district: '431103', username: '', password: '' });
  await expect(page.getByRole('alert').filter({ hasText: '没有登录' })).toBeFocused();
  await expectFit(page);
  await signIn(page, 'xiaowenjing');
  await page.goto('/api-keys');
  await page.getByRole('button', { name: '建立密钥' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有建立' })).toBeFocused();
  await expectFit(page);
  await page.goto('/webhooks');
  await page.getByRole('button', { name: '建立回调' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有建立' })).toBeFocused();
  await expectFit(page);
});

test('large text is kept from page to page', async ({ page }) => {
  await signIn(page, 'shenleyu');
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.locator('html')).toHaveCSS('font-size', '20px');
  await page.goto('/filings');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  await expectAccessible(page);
  await page.getByRole('button', { name: '标准字号' }).click();
  await expect(page.locator('html')).toHaveCSS('font-size', '16px');
});
