import type { Page } from '@playwright/test';

/** A receipt as it is shown once. */
export const receipt = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/;

/** Answers every question about the agency that is asked for: what is not named with the good end of its scale. */
export async function answerAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '基本满意' }).check({ force: true });
  for (const legend of ['出示了执法证', '出示了备案表或查验码', '我方扫码查验过', '至少来了两个人', '查的和备案一样', '没有超出时间'])
    await page.getByRole('group', { name: legend }).getByRole('radio', { name: '是' }).check({ force: true });
  for (const legend of ['态度', '指导是否有用'])
    await page.getByRole('group', { name: legend }).getByRole('radio', { name: '5 分' }).check({ force: true });
  await page.getByRole('radio', { name: '有一点' }).check({ force: true });
}
