import { expect, type Page } from '@playwright/test';
import { demoAccounts, demoPassword } from '#seed/accounts.data.ts';

/** Fills in the sign-in form and sends it, whatever comes of it. */
export async function trySignIn(
  page: Page,
  { district, username, password }: Record<'district' | 'username' | 'password', string>,
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('区县').selectOption(district);
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Signs a demo account in on the page. */
export async function signIn(page: Page, username: string): Promise<void> {
  const account = demoAccounts.find((each) => each.username === username);
  if (!account) throw new Error(`the demo has no account ${username}`);
  await trySignIn(page, { district: account.districtCode, username, password: demoPassword });
  await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
}
