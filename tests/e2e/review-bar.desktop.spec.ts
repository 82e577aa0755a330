import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('the buttons for ticked lines stay in sight on a long desk, and cover nothing where the window is small', async ({ page }) => {
  await signIn(page, 'luolin');
  await page.goto('/review');
  const keep = page.locator('.acts').getByRole('button', { name: '保留' });
  const box = page.getByRole('checkbox', { name: /^选择 / });
  expect(await box.count()).toBeGreaterThan(20);
  await box.nth(3).scrollIntoViewIfNeeded();
  await expect(keep).toBeInViewport({ ratio: 1 });
  const bar = await page.locator('.acts').boundingBox();
  for (const nth of [8, 14, 20]) {
    await box.nth(nth).focus();
    const focused = await box.nth(nth).boundingBox();
    expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual((await page.locator('.acts').boundingBox())?.y ?? 0);
  }
  expect(bar?.height ?? 0).toBeLessThan(120);
  for (const size of [
    { width: 320, height: 800 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size);
    await expect(page.locator('.acts')).toHaveCSS('position', 'static');
  }
});
