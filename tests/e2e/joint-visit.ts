import { expect, type Locator, type Page } from '@playwright/test';
import { asJourneyOwner } from '#support/journey-owner.ts';

/** A key enterprise in the park of 冷水滩 that no other journey visits. */
export const firm = { uscc: '91431103YQ32BJG11U', name: '永州市示宏数据线制造有限公司' };

/** The three agencies, each with a matter and two officers of its own; the first leads. */
export const parts = [
  { agency: '431103-amr', name: '区市场监管局', matter: '工业产品质量监督抽查', code: 'amr-017', officers: ['何晨', '沈飞静'] },
  { agency: '431103-emergency', name: '区应急局', matter: '应急预案与演练情况检查', code: 'emergency-009', officers: ['姚康', '熊雯涵'] },
  { agency: '431103-fire', name: '区消防救援大队', matter: '消防设施配备与维护检查', code: 'fire-001', officers: ['戴远桂', '于琪'] },
] as const;

/** Ticks an agency, a matter or an officer of the form, and waits until the form was judged anew. */
async function tick(box: Locator): Promise<void> {
  await box.evaluate((element) => {
    for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  });
  await box.check();
}

/** Fills in one form for all of them: a check that a superior office ordered, without plan and draw. */
export async function fillJointForm(page: Page): Promise<void> {
  await page.locator('input[name="planEntry"][value=""]').check();
  await page.getByRole('radio', { name: '上级部署检查', exact: true }).check();
  await page.getByLabel('缘由', { exact: true }).selectOption({ label: '上级部署' });
  await page.getByLabel('文号或编号').fill('永安办〔2026〕31号');
  for (const { agency } of parts.slice(1)) await tick(page.locator(`input[name="coAgencies"][value="${agency}"]`));
  for (const { code } of parts) await tick(page.locator(`input[name="matters"][value="${code}"]`));
  for (const name of parts.flatMap(({ officers }) => officers))
    await tick(page.locator('label', { hasText: name }).locator('input[name="inspectors"]'));
}

/** Moves the visit's window as time alone would: it began an hour ago and ends in an hour. */
export async function bringNow(filing: string): Promise<void> {
  await asJourneyOwner(
    `WITH moment AS (SELECT now() - interval '1 hour' AS start)
    UPDATE filing SET channel = 'seed', starts_at = start, ends_at = start + interval '2 hours', start_day = (start AT TIME ZONE 'Asia/Shanghai')::date,
      year = extract(year FROM start AT TIME ZONE 'Asia/Shanghai') FROM moment WHERE id = $1`,
    [filing],
  );
}

/** Lets two days pass after the last of them left: what happened, and what is planned after it, lies as much further back. */
export async function letDaysPass(filing: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(filing)) throw new Error(`no filing: ${filing}`);
  await asJourneyOwner(`ALTER TABLE filing_agency DISABLE TRIGGER filing_part_keeps;
    UPDATE filing SET starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days', start_day = start_day - 2 WHERE id = '${filing}';
    UPDATE filing_agency SET checked_in_at = checked_in_at - interval '2 days', checked_out_at = checked_out_at - interval '2 days' WHERE filing_id = '${filing}';
    UPDATE feedback_invitation SET due_at = due_at - interval '2 days', closes_at = closes_at - interval '2 days' WHERE filing_id = '${filing}';
    ALTER TABLE filing_agency ENABLE TRIGGER filing_part_keeps`);
}

/** Has the watch of ratings look now instead of at the next five minutes, and waits until it has. */
export async function watchRatings(): Promise<void> {
  const [job] = await asJourneyOwner<{ id: string }>("INSERT INTO pgboss.job (name) VALUES ('feedback-watch') RETURNING id");
  const state = async () => (await asJourneyOwner<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [job?.id]))[0]?.state;
  await expect.poll(state).toBe('completed');
}

/** As if the agency had been rated before this month by this visit alone: what else it was answered came this month. */
export async function leaveOneAnswer(filing: string, agency: string): Promise<void> {
  await asJourneyOwner(
    `UPDATE feedback SET answered_on = CASE WHEN filing_id = $1 THEN month - 1 ELSE month END
    FROM (SELECT date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai')::date AS month) this WHERE agency_code = $2`,
    [filing, agency],
  );
}

/** Four other visits of the agency were rated last month too, with the same answers. */
export async function addFourAnswers(filing: string, agency: string): Promise<void> {
  await asJourneyOwner(
    `INSERT INTO feedback (id, district_code, filing_id, agency_code, overall, credentials_shown, filing_shown, code_scanned, two_officers, as_filed,
      within_time, courtesy, guidance, disturbance, conduct, text, may_call_back, receipt_hash, answered_on)
    SELECT gen_random_uuid(), feedback.district_code, other.id, agency_code, overall, credentials_shown, filing_shown, code_scanned, two_officers, as_filed,
      within_time, courtesy, guidance, disturbance, conduct, text, may_call_back, md5(other.id::text), answered_on
    FROM feedback, LATERAL (SELECT id FROM filing WHERE district_code = feedback.district_code AND starts_at < now()
      AND NOT EXISTS (SELECT FROM feedback known WHERE known.filing_id = filing.id AND known.agency_code = $2) ORDER BY id LIMIT 4) other
    WHERE feedback.filing_id = $1 AND agency_code = $2`,
    [filing, agency],
  );
}
