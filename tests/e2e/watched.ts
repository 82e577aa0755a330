import AxeBuilder from '@axe-core/playwright';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';

/** Opens another browser profile; with a name, signed in as that demo account. */
type Visit = (username?: string) => Promise<Page>;

// The browser reports the status of a page that is meant to be refused, and a line that a journey itself took away; files that fail are
// another matter.
function isOwnStatus(page: Page, message: ConsoleMessage): boolean {
  const isOffline = message.text().includes('net::ERR_INTERNET_DISCONNECTED');
  return message.text().startsWith('Failed to load resource') && (isOffline || message.location().url === page.url());
}

/** Collects what no page may do: write errors to the console (broken policies among them), fail, or ask another site. */
function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !isOwnStatus(page, message)) complaints.push(`${page.url()} console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(base.info().project.use.baseURL ?? '').origin) {
      complaints.push(`${page.url()} asked ${request.url()}`);
    }
  });
}

/** Every journey's pages are watched; a complaint fails it at its end. */
export const test = base.extend<{ complaints: string[]; visit: Visit }>({
  complaints: async ({ baseURL: _site }, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  page: async ({ page, complaints }, use) => {
    watch(page, complaints);
    await use(page);
  },
  visit: async ({ browser, complaints, contextOptions }, use) => {
    const pages: Page[] = [];
    await use(async (username) => {
      const page = await (await browser.newContext(contextOptions)).newPage();
      pages.push(page);
      watch(page, complaints);
      if (username) await signIn(page, username);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/**
 * Expects axe to find nothing on the page as it stands. The pages have no frames, so axe need not open a second page
 * to put the frames' findings together: with that it takes twice as long, for the same violations.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  const axe = new AxeBuilder({ page }).options({ runOnly: levels, resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  const words = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(words, page.url()).toEqual([]);
}
