import { expect, it } from 'vitest';
import { monthOf } from '#domain/calendar/local-day.ts';
import { wholePool } from '#domain/declaration/pool.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { declareLine } from '#seed/builders/declaration.ts';
import { journey } from '#seed/story.data.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { fileVisit } from '#support/filings.ts';
import { act, keyOf, officeOf } from '#support/people.ts';
import { publish, readEntries } from '#support/plans.ts';
import { freeDay, plannedVisit, visitYear } from '#support/requests.ts';
import { declare, take } from '#support/review.ts';
import { readOne } from '#support/rows.ts';

const { leng } = journey;
const { matter, inspectors } = leng.specialField;
const [office, key] = await Promise.all([officeOf('luolin'), keyOf(leng.agency)]);
const enterprises = await untouchedEnterprises(matter, 4);
const month = monthOf(freeDay);
const others = [9, 10, 11, 12].filter((one) => one !== month);

const period = { kind: 'month', months: [Math.min(month, 12), 12].filter((one, at, all) => all.indexOf(one) === at) } as const;
const line = declareLine(matter, { quantity: { kind: 'all' }, pool: { ...wholePool, list: enterprises }, period });
const { lineIds } = await declare(leng.agency, [line], { year: visitYear });
await take(office, { year: visitYear, action: 'keep', lineIds });
const first = await publish(office, visitYear);
const rows = async () => (await readEntries(leng.districtCode, visitYear)).filter(({ since }) => since >= first);
const no = (await rows())[0]?.no ?? '';

const visitOf = (enterprise: string) =>
  plannedVisit(leng, { kind: 'annual', form: 'onsite', planEntry: no, enterprise, matters: [matter], inspectors: [...inspectors] });

/** Files a visit, and calls it off again every other time. */
async function visit(enterprise: string, round: number): Promise<void> {
  const filed = await fileVisit(key, visitOf(enterprise));
  if (filed.ok && round % 2 === 0) await act(key, withdrawFiling, { filing: filed.value.id, reason: '另行安排' });
  if (filed.ok && round % 2 === 1) standing.push(filed.value.id);
}
const standing: string[] = [];

it('no place is lost or given twice while versions are published and visits filed and called off', async () => {
  for (let round = 0; round < 30; round++) {
    const other = others[round % others.length] ?? 12;
    await take(office, { year: visitYear, action: 'move', lineIds, change: { months: [month, other].sort((one, two) => one - two) } });
    const enterprise = enterprises[round % enterprises.length] ?? '';
    const leaving = round % 4 === 3 ? standing.splice(0) : [];
    await Promise.all([
      publish(office, visitYear),
      visit(enterprise, round),
      ...leaving.map((filing) => act(key, withdrawFiling, { filing, reason: '另行安排' })),
    ]);
  }
  const current = (await rows()).filter(({ until }) => until === null);
  const { visits } = await readOne<{ visits: number }>(
    `SELECT count(*)::int AS visits FROM filing JOIN plan_entry entry ON entry.id = plan_entry_id WHERE entry.no = $1 AND filing.status = 'filed'`,
    [no],
  );
  expect([current.length, visits > 0]).toEqual([1, true]);
  expect([current[0]?.used, current[0]?.months[month]?.[1]]).toEqual([visits, visits]);
}, 60_000);
