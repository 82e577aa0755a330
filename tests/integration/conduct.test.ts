import { describe, expect, it } from 'vitest';
import { differences } from '#domain/conduct/choice.ts';
import { handleAlert } from '#features/conduct/commands/handle-alert.ts';
import { watchConduct } from '#features/conduct/commands/watch-conduct.ts';
import { listAlerts } from '#features/conduct/queries/list-alerts.ts';
import { loadConduct, loadVisits } from '#features/conduct/queries/load-conduct.ts';
import { loadPublicFunnel } from '#features/conduct/queries/load-funnel.ts';
import { alertFilter, conductFilter } from '#features/conduct/schema.ts';
import { watchResults } from '#features/finding/commands/watch-results.ts';
import type { CommandFunction } from '#platform/command.ts';
import { runCommand } from '#platform/command.ts';
import { publicScope, type SystemScope, systemScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { visitedCase } from '#support/findings.ts';
import { act, agencyOf, officeOf } from '#support/people.ts';

const { leng } = journey;
const [filer, office, other] = await Promise.all([agencyOf('shenleyu'), officeOf('luolin'), officeOf('jiangxinlan')]);
const runJob = <Value>(command: CommandFunction<SystemScope, undefined, Value>) =>
  runCommand({
    scope: systemScope(leng.districtCode),
    origin: { actor: { type: 'system' }, requestId: 'test', districtCode: leng.districtCode },
    command: (context) => command(context, undefined),
  });
const alertsOf = (filing: string) =>
  asOwner<{ kind: string; facts: object }>('SELECT kind, facts FROM alert WHERE filing_id = $1 ORDER BY kind', [filing]);

describe('filed against actual', () => {
  it('every number is the number of its rows', async () => {
    const filter = conductFilter.parse({});
    const desk = await loadConduct(office, filter);
    expect(desk.funnel.filed).toBeGreaterThan(desk.funnel.scanned);
    const [line] = desk.lines;
    for (const only of differences) {
      const { found } = await loadVisits(office, conductFilter.parse({ agency: line?.agency, only }));
      expect([only, found]).toEqual([only, line?.counts[only]]);
    }
  });

  it('an agency sees its own line, and never who rated', async () => {
    const desk = await loadConduct(filer, conductFilter.parse({}));
    expect(desk.lines.map(({ agency }) => agency)).toEqual([leng.agency]);
    const [from, to] = ['2000-01-01', desk.today];
    for (const span of [{}, { from, to }, { from: to, to }])
      expect((await loadConduct(filer, conductFilter.parse(span))).funnel.rated).toBeNull();
    const { rows } = await loadVisits(filer, conductFilter.parse({}));
    expect(rows.filter(({ isRated }) => isRated)).toEqual([]);
    const visits = async (only: string) => (await loadVisits(filer, conductFilter.parse({ only }))).found;
    expect(await visits('rated')).toBe(await visits('filed'));
  });

  it('the public funnel is the office’s, without the live count of ratings', async () => {
    const { funnel, today } = await loadConduct(office, conductFilter.parse({}));
    expect(funnel.rated).toBeGreaterThan(5);
    const told = await loadPublicFunnel(publicScope({ type: 'public' }), leng.districtCode, today);
    expect(told).toEqual({ ...funnel, rated: null });
  });
});

describe('alerts', () => {
  it('are raised of what differs from the form, once', async () => {
    const filing = await visitedCase(0);
    await asOwner(`UPDATE filing_agency SET people_came = 4 WHERE filing_id = $1 AND is_lead`, [filing]);
    expect(await runJob(watchConduct)).toMatchObject({ ok: true });
    expect((await alertsOf(filing)).map(({ kind }) => kind).sort()).toEqual(
      expect.arrayContaining(['codeNotShown', 'codeNotShown', 'morePeople']),
    );
    const before = (await alertsOf(filing)).length;
    await runJob(watchConduct);
    expect(await alertsOf(filing)).toHaveLength(before);
  });

  it('come of results that are not public in time and of orders without a report', async () => {
    await asOwner(`UPDATE result_letter SET overdue_at = NULL WHERE published_at IS NULL`);
    await asOwner(`UPDATE rectification SET overdue_at = NULL WHERE status = 'ordered'`);
    await runJob(watchResults);
    const kinds = await asOwner<{ kind: string }>(
      `SELECT DISTINCT kind FROM alert WHERE district_code = $1 AND kind IN ('publicationOverdue', 'rectificationOverdue')`,
      [leng.districtCode],
    );
    expect(kinds).toHaveLength(2);
    expect(await runJob(watchResults)).toMatchObject({ ok: false });
  });

  it('are the office’s own, handled once', async () => {
    const [alert] = (await listAlerts(office, alertFilter.parse({}))).rows;
    const asked = { alert: alert?.id ?? '', note: '已核实' };
    await expectNotFound(() => act(other, handleAlert, asked));
    await expectOneOf([1, 2].map(() => act(office, handleAlert, asked)));
    expect((await listAlerts(office, alertFilter.parse({ status: 'handled' }))).rows.map(({ id }) => id)).toContain(asked.alert);
  });
});
