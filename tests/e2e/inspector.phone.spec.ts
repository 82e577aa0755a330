import { expect } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

test('an inspector sees the visits ahead and shows the code at the door', async ({ page, visit }) => {
  await signIn(page, 'hechen');
  await expect(page.getByRole('heading', { name: '我的检查' })).toBeVisible();
  const coming = page.locator('section', { has: page.getByText('出示查验码') }).first();
  await expect(coming).toContainText('何晨');
  await coming.getByText('出示查验码').click();
  const picture = coming.getByRole('img', { name: /查验二维码/ });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toBeInViewport({ ratio: 1 });
  const code = ((await coming.locator('.code').textContent()) ?? '').replaceAll('-', '');
  const firm = await visit();
  await firm.goto(`/c/${code}`);
  await expect(firm.getByRole('heading', { name: /^真实/ })).toBeVisible();
  await expect(firm.getByRole('main')).toContainText('何晨');
});
