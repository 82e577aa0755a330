import { expect, type Locator, type Page } from '@playwright/test';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { addMonths } from '#domain/calendar/month-grid.ts';
import type { Journey } from '#seed/story.data.ts';

/** The month after this one, by this machine's clock, which is the server's too: 2026-12. */
export const nextMonth = addMonths(dayOf(new Date()).slice(0, 7), 1);
/** The tenth of next month: a quiet day in 冷水滩. */
export const tenth = `${nextMonth}-10`;
export const twentieth = `${nextMonth}-20`;
export const twentyFirst = addDays(twentieth, 1);

export const refusedTitle = '现在不能备案';
export const lawfulTitle = '可以备案';
export const heldTitle = '送批后须由办公室处理';

/** The journey's plan entry in the year of next month's visits. */
export function entryOf({ entryNo }: Pick<Journey, 'entryNo'>): string {
  return `${nextMonth.slice(0, 4)}-${entryNo}`;
}

/** Searches the enterprise by its code and opens a draft for it. */
export async function startDraft(page: Page, enterprise: string): Promise<void> {
  await page.goto('/filings/new');
  await page.getByLabel('企业名称或统一社会信用代码').fill(enterprise);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('group', { name: '查到的企业' }).getByRole('button', { name: /^填写/ }).click();
  await expect(page).toHaveURL(/\/filings\/drafts\//);
}

export function entryChoice(page: Page, entry: string): Locator {
  return page.locator(`input[name="planEntry"][value="${entry}"]`);
}

export function dayCell(page: Page, day: string): Locator {
  return page.locator(`input[name="day"][value="${day}"]`);
}

/** Shows next month's calendar. */
export async function turnToNextMonth(page: Page): Promise<void> {
  const shown = page.locator(`input[name="month"][value="${nextMonth}"]`);
  if ((await shown.count()) === 0) await page.getByRole('button', { name: '下一月' }).click();
  await expect(shown).toHaveCount(1);
}

/** The first day of next month from `day` on that can be chosen; days of rest cannot. */
export async function firstOpenDay(page: Page, day: string): Promise<string> {
  await turnToNextMonth(page);
  const open = await page.locator('input[name="day"]').evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value));
  const found = open.find((each) => each >= day);
  if (!found) throw new Error(`nothing can be chosen from ${day} on`);
  return found;
}

/** Chooses the entry and a day of next month. */
export async function chooseVisit(page: Page, entry: string, day: string): Promise<void> {
  await entryChoice(page, entry).check();
  await turnToNextMonth(page);
  await dayCell(page, day).check();
}

/** The panel with the verdict, once it says so. */
export async function verdict(page: Page, title: string): Promise<Locator> {
  const panel = page.getByRole('region', { name: title, exact: true });
  await expect(panel).toBeVisible();
  return panel;
}

/** Expects a refusal with a ground of this title, its source and the facts it used; gives the ground. */
export async function expectGround(page: Page, title: string | RegExp): Promise<Locator> {
  const panel = await verdict(page, refusedTitle);
  const ground = panel.locator('.ground').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(ground).toHaveCount(1);
  await expect(ground.locator('.src')).toContainText('依据');
  await expect(ground.locator('dt').first()).toBeVisible();
  return ground;
}

/** Sends the draft to the head; gives the filing's address. */
export async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: '送分管负责人批准' }).click();
  await expect(page).toHaveURL(/\/filings\/[0-9a-f-]{36}$/);
  await expectStatus(page, '待批准');
  return new URL(page.url()).pathname;
}

/** Expects the status under the filing's title. */
export async function expectStatus(page: Page, word: string): Promise<void> {
  await expect(page.locator('main .st').first()).toHaveText(word);
}

/** The head opens the filing and approves it, which makes its status `then`. */
export async function approve(page: Page, filing: string, then: string): Promise<void> {
  await page.goto(filing);
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await expectStatus(page, then);
}

/** Opens the fold of that name and carries out what it holds, with a reason. */
export async function doWithReason(page: Page, verb: string, reason: string): Promise<void> {
  await page.locator('summary', { hasText: verb }).click();
  await page.getByLabel('理由').filter({ visible: true }).fill(reason);
  await page.getByRole('button', { name: verb, exact: true }).click();
}

/** The address of the code's page, from the filing's. */
export async function codePath(page: Page): Promise<string> {
  const address = await page.locator('.code a').getAttribute('href');
  return new URL(address ?? '').pathname;
}
