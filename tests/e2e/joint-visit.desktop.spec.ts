import { expect, type Page } from '@playwright/test';
import { readPdf } from '#support/pdf-text.ts';
import { approve, dayCell, expectStatus, firstOpenDay, lawfulTitle, send, startDraft, twentyFirst, verdict } from './desk.ts';
import { checkIn, checkOut, expectSent, findFault, findNothing, openVisit, sign } from './joint-phone.ts';
import { addFourAnswers, bringNow, fillJointForm, firm, leaveOneAnswer, letDaysPass, parts, watchRatings } from './joint-visit.ts';
import { answerAll, receipt } from './rating.ts';
import { signIn } from './sign-in.ts';
import { test } from './watched.ts';

const [ours, safety, fire] = parts;
/** The filing's address and number, once it is filed. */
const visited = { path: '', no: '' };
const filingId = () => visited.path.split('/').at(-1) ?? '';

test.describe.configure({ mode: 'serial' });

/** Presses the button of our line, unless somebody else of the same office was quicker, until the line is no longer among the waiting. */
async function press(page: Page, verb: string): Promise<void> {
  const button = page.getByRole('row').filter({ hasText: firm.name }).getByRole('button', { name: verb });
  await expect(async () => {
    await page.goto('/territory');
    if ((await button.count()) > 0) await button.first().click();
    await expect(button).toHaveCount(0);
  }).toPass();
}

test('a joint visit of three agencies is filed with one form; territory and contact leader hear of it; the form is read on paper', async ({
  page,
  visit,
}) => {
  await signIn(page, 'shenleyu');
  await startDraft(page, firm.uscc);
  await fillJointForm(page);
  await dayCell(page, await firstOpenDay(page, twentyFirst)).check();
  await verdict(page, lawfulTitle);
  visited.path = await send(page);
  const head = await visit('zengli');
  await approve(head, visited.path, '已备案');
  visited.no = (await head.getByRole('heading', { level: 1 }).textContent()) ?? '';

  const territory = await visit('tangjingyuan');
  await press(territory, '签收');
  const line = territory.getByRole('row').filter({ hasText: firm.name });
  await expect(line.first()).toContainText('属地签收');
  for (const { name, officers } of parts) for (const each of [name, ...officers]) await expect(line.first()).toContainText(each);
  const leader = await visit('hechangqing');
  await press(leader, '已阅');

  await page.goto(visited.path);
  const notice = page.getByRole('region', { name: '属地告知' });
  await expect(notice).toContainText('已签收');
  await expect(notice).toContainText(/何长青.*已阅/);
  const href = (await page.getByRole('link', { name: '备案表 PDF' }).getAttribute('href')) ?? '';
  const { pages, boxes } = readPdf(await (await page.request.get(href)).body());
  const text = pages.join('').replaceAll(/\s/g, '');
  const said = ['入企检查备案表', visited.no, firm.name, firm.uscc, ...parts.flatMap(({ matter, officers }) => [matter, ...officers])];
  for (const words of said) expect(text).toContain(words.replaceAll(/\s/g, ''));
  expect(boxes).toBe(0);
});

/** An agency whose phone has a line all the time, and that finds nothing. */
async function comeAndGo(phone: Page, matter: string): Promise<void> {
  await openVisit(phone, visited.path);
  await checkIn(phone);
  await findNothing(phone, matter);
  await checkOut(phone);
}

/** Sends the result letter of the reader's agency; gives its address. */
async function issueLetter(page: Page): Promise<string> {
  await page.goto(`${visited.path}/findings`);
  await page.getByRole('button', { name: '发出检查结果告知书' }).click();
  const link = page.getByRole('link', { name: /发出$/ });
  await expect(page.getByRole('button', { name: '发出检查结果告知书' })).toHaveCount(0);
  return (await link.first().getAttribute('href')) ?? '';
}

test('they come, the lead without a line, find, leave and send their letters', async ({ page, visit }) => {
  await bringNow(filingId());
  const [phone, others] = [await visit('hechen'), [await visit('yaokang'), await visit('yuqi')] as const];
  await openVisit(phone, visited.path);
  await phone.context().setOffline(true);
  await checkIn(phone);
  await findFault(phone, ours.matter);
  await sign(phone, { text: '同意整改', signer: '江琳兰' });
  await expect(phone.locator('#queue')).toHaveText('离线，4 条待同步');
  await phone.context().setOffline(false);
  await expectSent(phone);
  await Promise.all([comeAndGo(others[0], safety.matter), comeAndGo(others[1], fire.matter), checkOut(phone)]);

  const filer = await visit('shenleyu');
  const letter = await issueLetter(filer);
  await expect(
    filer
      .getByRole('list', { name: `${ours.matter}的照片` })
      .or(filer.locator('.photos'))
      .first(),
  ).toBeVisible();
  for (const other of others) await issueLetter(other);
  await filer.goto(visited.path);
  await expectStatus(filer, '已录结果');
  await page.goto(letter);
  await expect(page.getByRole('heading', { name: '检查结果告知书' })).toBeVisible();
  for (const words of [firm.name, visited.no, ours.matter, '补齐出厂检验记录并逐批留存', '同意整改', '照片'])
    await expect(page.locator('body')).toContainText(words);
});

/** The link that the enterprise finds in its messages. */
async function findLink(page: Page): Promise<string> {
  const names = parts.map(({ name }) => name).join('、');
  const link = page
    .locator('section')
    .filter({ hasText: names })
    .getByRole('link', { name: /\/rate#/ });
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(link).toHaveCount(1, { timeout: 1000 });
  }).toPass();
  return (await link.textContent()) ?? '';
}

/** Answers for each agency in turn; gives the receipts. */
async function rateAll(page: Page): Promise<string[]> {
  const codes: string[] = [];
  for (const { name } of parts) {
    await expect(page.locator('b', { hasText: name })).toBeVisible();
    await answerAll(page);
    await page.getByRole('button', { name: /^提交/ }).click();
    await expect(page.locator('.receipt')).toHaveText(receipt);
    await expect(page.locator('.receipt')).not.toHaveText(codes.at(-1) ?? '-');
    codes.push((await page.locator('.receipt').textContent()) ?? '');
  }
  return codes;
}

test('rated from a link that a chat app had opened twice: seen by the office at once, by an agency only with four more', async ({
  page,
  visit,
  request,
}) => {
  await letDaysPass(filingId());
  for (const _step of ['makes', 'sends']) await watchRatings();
  const link = await findLink(page);
  for (const _time of [1, 2]) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  expect(new Set(await rateAll(page)).size).toBe(parts.length);
  await expect(page.getByText('这次检查已经评完。')).toBeVisible();

  const clerk = await visit('luolin');
  await clerk.goto('/feedback');
  const answers = clerk.getByRole('row').filter({ hasText: visited.no });
  await expect(answers).toHaveCount(parts.length);
  const answer = (await answers.first().getByRole('rowheader').getByRole('link').getAttribute('href')) ?? '';

  await leaveOneAnswer(filingId(), fire.agency);
  const agency = await visit('zhuzhekang');
  await agency.goto('/feedback');
  await expect(agency.getByText('还没有可以公布的评价。')).toBeVisible();
  await addFourAnswers(filingId(), fire.agency);
  await agency.reload();
  const cell = agency.getByRole('main').locator('tbody tr');
  await expect(cell).toHaveCount(1);
  await expect(cell.locator('td').first()).toHaveText('5');
  await expect(agency.getByRole('main')).not.toContainText(firm.name);
  const refused = await agency.request.get(answer);
  expect([refused.status(), (await refused.text()).includes(firm.name)]).toEqual([404, false]);
});
