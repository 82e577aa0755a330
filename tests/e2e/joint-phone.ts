import { expect, type Page } from '@playwright/test';

/** A picture of eight red pixels square, as a camera would give one. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC', 'base64');

/** Opens the visit on an inspector's phone, once its scripts run and nothing waits to be sent. */
export async function openVisit(phone: Page, filing: string): Promise<void> {
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(filing.replace('/filings/', '/inspector/visits/'));
  await expect(phone.locator('#queue')).toHaveText('已全部同步');
}

/** Everything done on this phone so far was answered with a receipt. */
export async function expectSent(phone: Page): Promise<void> {
  await expect(phone.locator('#queue')).toHaveText('已全部同步');
  await expect(phone.locator('.queued').filter({ hasNotText: /回执 R-/ })).toHaveCount(0);
}

export async function checkIn(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '签到入企' }).click();
  await expect(phone.getByText('已入企', { exact: true }).last()).toBeVisible();
}

export async function checkOut(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '离企签退' }).click();
  await expect(phone.getByRole('button', { name: '离企签退' })).toHaveCount(0);
  await expectSent(phone);
}

/** Nothing was found in the agency's own matter. */
export async function findNothing(phone: Page, matter: string): Promise<void> {
  await phone.getByText(`录入结果和照片：${matter}`).click();
  await phone.getByRole('button', { name: '存下检查结果' }).click();
  await expect(phone.getByText(`改结果：${matter}`)).toBeVisible();
}

/** Something has to be put right: in codes and words, with a photo. */
export async function findFault(phone: Page, matter: string): Promise<void> {
  await phone.getByText(`录入结果和照片：${matter}`).click();
  await phone.getByLabel('检查结果').selectOption({ label: '发现问题待后续处理' });
  await phone.getByLabel('情况说明').fill('两批产品没有出厂检验记录');
  await phone.getByLabel('后续处理').selectOption({ label: '责令限期整改' });
  await phone.getByLabel('整改要求').fill('补齐出厂检验记录并逐批留存');
  await phone.getByRole('button', { name: '存下检查结果' }).click();
  await phone.getByLabel('拍照取证').setInputFiles({ name: '1.png', mimeType: 'image/png', buffer: photo });
  await expect(phone.getByText('已存下 1 张')).toBeVisible();
}

/** The enterprise says what it thinks and signs with a finger. */
export async function sign(phone: Page, { text, signer }: { text: string; signer: string }): Promise<void> {
  await phone.getByRole('textbox', { name: /^企业意见/ }).fill(text);
  await phone.getByLabel('签字人', { exact: true }).fill(signer);
  const pad = phone.locator('canvas.signature');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is nowhere to sign');
  await phone.mouse.move(box.x + 20, box.y + 20);
  await phone.mouse.down();
  await phone.mouse.move(box.x + 120, box.y + box.height - 20, { steps: 6 });
  await phone.mouse.up();
  await phone.getByRole('button', { name: '存下企业意见' }).click();
}
