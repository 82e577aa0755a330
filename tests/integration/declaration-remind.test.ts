import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/calendar/day.ts';
import { addDays } from '#domain/calendar/local-day.ts';
import { declarationRemind, remindAgencies } from '#features/declaration/commands/remind-agencies.ts';
import { approveDeclaration, submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import { listLate } from '#features/declaration/queries/list-late.ts';
import { loadDesk } from '#features/review/queries/load-desk.ts';
import { runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { systemScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import { seen } from '#support/declarations.ts';
import { agencyOf, officeOf, succeed } from '#support/people.ts';
import { declare } from '#support/review.ts';
import { readState } from '#support/rows.ts';

// A year whose plan nobody has published: 31 March is its due day in both districts.
const due = '2036-03-31';

function remind(districtCode: string, day: Day) {
  const origin = { actor: { type: 'system' as const }, requestId: 'test', districtCode };
  return runCommand({ scope: systemScope(districtCode), origin, command: (context) => remindAgencies(context, { day }) });
}

type Told = { username: string; role: string; district: string; text: string };
const readReminded = (day: Day): Promise<Told[]> =>
  asOwner<Told>(
    `SELECT username, role::text AS role, account.district_code AS district, text FROM notification JOIN user_account account ON account.id = user_id
    WHERE event = 'declaration.reminded' AND subject_id::text = (SELECT subject FROM audit_record WHERE event = 'declaration.reminded'
      AND detail ->> 'due' = $1 AND subject = subject_id::text) AND text LIKE '%' || $2 || '%' ORDER BY 1`,
    [due, day],
  );

describe('declaration-remind', () => {
  it('14 days ahead: every agency’s filer and head, and the office with the list', async () => {
    expect(await remind('431103', addDays(due, -14))).toMatchObject({ ok: true });
    const told = await readReminded('还有 14 天');
    expect(new Set(told.map(({ role }) => role))).toEqual(new Set(['agencyFiler', 'agencyHead', 'officeClerk', 'officeDirector']));
    expect(told.every(({ district }) => district === '431103')).toBe(true);
    const [{ people }] = (await asOwner<{ people: number }>(
      `SELECT count(*)::int AS people FROM user_account JOIN agency ON agency.code = agency_code
      WHERE user_account.district_code = '431103' AND role IN ('agencyFiler', 'agencyHead') AND kind IS NOT NULL AND disabled_at IS NULL`,
    )) as [{ people: number }];
    expect(told.filter(({ role }) => role.startsWith('agency'))).toHaveLength(people);
    expect(told.find(({ username }) => username === 'luolin')?.text).toContain('区市场监管局');
  });

  it('again the same day, one after the other and four at once: nobody twice', async () => {
    const before = await readState();
    expect(await remind('431103', addDays(due, -14))).toMatchObject({ ok: false });
    expect(await readState()).toEqual(before);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => remind('431103', addDays(due, -7))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const told = await readReminded('还有 7 天');
    expect(new Set(told.map(({ username }) => username)).size).toBe(told.length);
  });

  it('not on other days; after the due day at once and then weekly', async () => {
    const days = [-8, 0, 2, 7];
    for (const offset of days) expect(await remind('431103', addDays(due, offset))).toMatchObject({ ok: false });
    for (const offset of [1, 8]) expect(await remind('431103', addDays(due, offset))).toMatchObject({ ok: true });
    expect((await readReminded('逾期 8 天')).length).toBeGreaterThan(0);
  });

  it('leaves alone whoever has declared', async () => {
    const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
    const { declarationId: declaration } = await declare('431103-amr', [], { year: 2036, status: 'draft' });
    await succeed(filer, submitDeclaration, { declaration, isEmpty: 'yes' });
    await succeed(head, approveDeclaration, await seen(declaration));
    await remind('431103', addDays(due, -3));
    const told = await readReminded('还有 3 天');
    expect(told.map(({ username }) => username)).not.toContain('shenleyu');
    expect(told.find(({ username }) => username === 'luolin')?.text).not.toContain('区市场监管局');
  });

  it('the desk of the review names the same agencies: a special plan is no answer, and who inspects nothing owes none', async () => {
    await declare('431103-fire', [], { year: 2037, kind: 'special', approvalDocument: '冷政办函〔2026〕8号' });
    await declare('431103-tax', [], { year: 2037 });
    const late = await listLate(db(), '431103', 2037);
    const { declared, missing } = await loadDesk(await officeOf('luolin'), 2037);
    expect(missing).toEqual(late.map(({ shortName }) => shortName));
    expect(late.map(({ code }) => code)).toContain('431103-fire');
    expect(late.map(({ code }) => code)).not.toContain('431103-tax');
    expect(declared).toBe(1);
  });

  it('nags nobody about a year whose plan is published', async () => {
    const [row] = await asOwner<{ year: number }>(
      `SELECT max(year) AS year FROM plan WHERE district_code = '431103' AND status = 'published'`,
    );
    expect(await remind('431103', `${row?.year}-04-01`)).toMatchObject({ ok: false });
  });

  it('runs for every district', async () => {
    await declarationRemind.run({ day: addDays(due, -1) }, 'job');
    const districts = new Set((await readReminded('还有 1 天')).map(({ district }) => district));
    expect(districts).toEqual(new Set(['431103', '511724']));
  });
});
