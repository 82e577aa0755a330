import { expect, type Locator, type Page } from '@playwright/test';

/** What has the focus, and whether its ring (or that of the cell around it) can be seen. */
function focused(page: Page): Promise<{ words: string; ring: boolean }> {
  return page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    const ringed = [active, active.closest('label'), active.closest('td')].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const words = `${active.tagName} ${active.getAttribute('name') ?? ''} ${active.textContent?.slice(0, 30) ?? ''}`;
    return { words, ring: ringed };
  });
}

/** Presses the key until the target has the focus; every stop on the way shows where one is. */
export async function walkTo(page: Page, target: Locator | string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () =>
    typeof target === 'string'
      ? page.evaluate((selector) => document.activeElement?.matches(selector), target)
      : target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press(key);
    const { words, ring } = await focused(page);
    expect([words, ring]).toEqual([words, true]);
    if (await isThere()) return;
  }
  throw new Error('the target was never reached');
}
