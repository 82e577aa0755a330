import { expect } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

const pages = ['/users', '/api-keys', '/sessions', '/audit', '/filings', '/filings/new', '/refusals', '/office', '/agency', '/inbox'];
const administrators = [
  { username: 'dengsiyuan', own: ['/users'] },
  { username: 'xiaowenjing', own: ['/api-keys', '/sessions'] },
  { username: 'tangminghui', own: ['/audit'] },
];

for (const { username, own } of administrators) {
  test(`${username} reaches ${own.join(' and ')}, and nothing else`, async ({ page }) => {
    await signIn(page, username);
    await expect(page).toHaveURL(own[0] ?? '');
    for (const path of pages) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, own.includes(path) ? 200 : 404]);
    }
  });
}

test('an account that is switched off is signed out, and may come back once it is on again', async ({ page, visit }) => {
  const inspector = await visit('yuqi');
  await signIn(page, 'dengsiyuan');
  const account = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'yuqi', exact: true }) });
  await account.getByRole('button', { name: /停用/ }).click();
  await expect(account).toContainText('已停用');
  await inspector.reload();
  await expect(inspector).toHaveURL(/\/sign-in$/);
  await account.getByRole('button', { name: /启用/ }).click();
  await expect(account).toContainText('可用');
  await signIn(inspector, 'yuqi');
});

test('a session that is ended asks for a new sign-in', async ({ page, visit }) => {
  const inspector = await visit('tanzhesi');
  await signIn(page, 'xiaowenjing');
  await page.goto('/sessions');
  const session = page.getByRole('row').filter({ hasText: 'tanzhesi' });
  await session.getByRole('button', { name: /^结束/ }).click();
  await expect(session).toHaveCount(0);
  await inspector.goto('/filings');
  await expect(inspector).toHaveURL(/\/sign-in$/);
});

test('a key is shown once, and the log holds that it was made and ended', async ({ page, visit }) => {
  await signIn(page, 'xiaowenjing');
  await page.getByLabel('单位').selectOption({ label: '区消防救援大队' });
  await page.getByLabel('用途').fill('浏览器测试');
  await page.getByRole('button', { name: '建立密钥' }).click();
  await expect(page.getByText('密钥已建立，只显示这一次')).toBeVisible();
  await page.reload();
  await expect(page.getByText('密钥已建立，只显示这一次')).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: '浏览器测试' });
  await row.getByRole('button', { name: /撤销/ }).click();
  await expect(row).toContainText('已撤销');
  const auditor = await visit('tangminghui');
  await auditor.getByRole('button', { name: /^核对/ }).click();
  await expect(auditor.getByRole('status')).not.toBeEmpty();
});
