import { expect, type Page } from '@playwright/test';
import { journey } from '#seed/story.data.ts';
import { chooseVisit, entryOf, expectGround, firstOpenDay, lawfulTitle, nextMonth, startDraft, tenth, verdict } from './desk.ts';
import { signIn, trySignIn } from './sign-in.ts';
import { expectAccessible, test } from './watched.ts';

const year = new Date().getFullYear();
const unknown = '/c/7Q4MX9KD2RTVB6HNPW3C8YFA5J';

/** Who sees which pages; the public ones first. */
const desks: { username?: string; paths: string[] }[] = [
  { paths: ['/sign-in', '/rules?district=431103', '/rules?district=511724', '/check', '/accessibility', unknown, '/no-such-page'] },
  { paths: ['/plans', `/plans/431103/${year}`, `/plans/511724/${year}?month=6&kind=annual`, `/plans/431103/${year}?q=没有`] },
  {
    username: 'shenleyu',
    paths: [
      '/agency',
      '/filings',
      '/filings?q=没有这家企业',
      '/filings/new',
      '/filings/new?q=永州',
      '/filings/new?q=没有',
      '/refusals',
      '/inbox',
    ],
  },
  { username: 'zengli', paths: ['/agency', '/filings?status=submitted', '/filings/1'] },
  { username: 'luolin', paths: ['/office', '/filings?status=held', '/refusals', `/review/${year + 1}/merges`] },
  { username: 'penghaoran', paths: ['/office', '/inbox', `/review/${year + 1}/publication`] },
  { username: 'shenfeijing', paths: ['/inspector', '/filings'] },
  { username: 'dengsiyuan', paths: ['/users'] },
  { username: 'xiaowenjing', paths: ['/api-keys', '/sessions'] },
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
  test(`pages of ${username ?? 'the public'}`, async ({ page }) => {
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
