import { expect } from '@playwright/test';
import { signIn, trySignIn } from './sign-in.ts';
import { test } from './watched.ts';

const refused = '区县、账号或密码不正确。连续输错 5 次，15 分钟内不能登录。';

test('a wrong password and an unknown account get the same answer', async ({ page }) => {
  for (const username of ['xieyongdong', 'nobody']) {
    await trySignIn(page, { district: '511724', username, password: 'wrong' });
    await expect(page.getByRole('alert').filter({ hasText: refused })).toBeFocused();
    await expect(page.getByLabel('账号')).toHaveValue(username);
    await expect(page.getByLabel('密码')).toHaveValue('');
  }
});

test('five wrong passwords lock an account, the right one included', async ({ page }) => {
  for (let attempt = 1; attempt <= 6; attempt++) {
    await trySignIn(page, { district: '511724', username: 'huangdongjian', password: attempt === 6 ? 'ningqi-2026' : 'wrong' });
    await expect(page.getByRole('alert').filter({ hasText: attempt === 6 ? /输错次数过多，请 \d+ 分钟后再登录/ : refused })).toBeVisible();
  }
});

test('signing out ends the session itself, not only the cookie', async ({ page, context }) => {
  await signIn(page, 'yaobinfang');
  const kept = await context.cookies();
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.addCookies(kept);
  await page.goto('/filings');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a form of another site signs nobody out', async ({ page }) => {
  await signIn(page, 'yaobinfang');
  const form = page.locator('form', { has: page.getByRole('button', { name: '退出' }) });
  const fields = await form
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]));
  const answer = await page.request.post('/agency', {
    multipart: Object.fromEntries(fields),
    headers: { origin: 'null', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.ok()).toBe(false);
  await page.goto('/agency');
  await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
});
