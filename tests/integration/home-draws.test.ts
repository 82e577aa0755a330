import { describe, expect, it } from 'vitest';
import { loadAgencyHome } from '#features/home/queries/load-agency-home.ts';
import { loadInspectorDay } from '#features/home/queries/load-inspector-day.ts';
import { loadOfficeHome } from '#features/home/queries/load-office-home.ts';
import { joinVisit } from '#features/joint-visit/commands/join-visit.ts';
import { inspectorScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { fileVisit } from '#support/filings.ts';
import { drawForBoth, jointVisitBody, ours } from '#support/joint.ts';
import { accepted, agencyOf, keyOf, officeOf, signIn, succeed } from '#support/people.ts';
import { enterpriseId } from '#support/requests.ts';

const { leng } = journey;
const [filer, head, clerk, elsewhere] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('zengli'),
  officeOf('luolin'),
  officeOf('jiangxinlan'),
]);
const [uscc = ''] = await untouchedEnterprises(leng.matter, 1);

/** A draw of the agency's in a state, with its one round, without going the way there. */
async function placeUnderWay(status: string, more = ''): Promise<string> {
  const [draw] = await asOwner<{ id: string }>(
    `INSERT INTO draw (id, district_code, no, year, serial, format, status, agency_code, prepared_at)
    SELECT gen_random_uuid(), $1, CASE WHEN $3 <> 'prepared' THEN '试' || next END, 2026, CASE WHEN $3 <> 'prepared' THEN next END, 'ningqi-draw/1', $3::draw_status, $2, now()
    FROM (SELECT coalesce(max(serial), 0) + 700 AS next FROM draw WHERE district_code = $1 AND year = 2026) last RETURNING id`,
    [leng.districtCode, leng.agency, status],
  );
  const id = draw?.id ?? '';
  if (status === 'prepared' || more === 'none') return id;
  await asOwner(
    `INSERT INTO draw_round (draw_id, no, opened_at, commit_end, reveal_end) VALUES ($1, 1, now(), now() + interval '1 day', now() + interval '2 day')`,
    [id],
  );
  await asOwner(
    `INSERT INTO draw_party (draw_id, round, agency_code, position, commitment, committed_at) SELECT $1, 1, code, place, CASE WHEN $2 THEN md5(random()::text) || md5(random()::text) END,
      CASE WHEN $2 THEN now() END FROM (VALUES ('431103-business-environment-office', 0), ($3::text, 1)) party (code, place)`,
    [id, status !== 'frozen', leng.agency],
  );
  return id;
}

describe('the homes show what a draw asks of whom', () => {
  it('the filer: to freeze, to commit, to reveal, to run; the head nothing', async () => {
    const ids = [
      await placeUnderWay('prepared'),
      await placeUnderWay('frozen'),
      await placeUnderWay('committed'),
      await placeUnderWay('revealed'),
    ];
    const needs = (await loadAgencyHome(filer)).draws.filter(({ id }) => ids.includes(id)).map(({ id, need }) => [ids.indexOf(id), need]);
    expect(needs.sort()).toEqual([
      [0, 'freeze'],
      [1, 'commit'],
      [2, 'reveal'],
      [3, 'run'],
    ]);
    expect((await loadAgencyHome(head)).draws).toEqual([]);
  });

  it('the office: to commit, to reveal, to publish; the other district nothing', async () => {
    const ids = [await placeUnderWay('frozen'), await placeUnderWay('committed'), await placeUnderWay('drawn')];
    const draws = (await loadOfficeHome(clerk)).draws.filter(({ id }) => ids.includes(id));
    expect(draws.map(({ id, need }) => [ids.indexOf(id), need]).sort()).toEqual([
      [0, 'commit'],
      [1, 'reveal'],
      [2, 'publish'],
    ]);
    expect((await loadOfficeHome(elsewhere)).draws.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('drawn visits: the agency’s number, the office’s joint proposals, the inspector’s own; fewer once one is filed', async () => {
    const inspector = inspectorScope((await signIn('hechen')).actor);
    if (!inspector) throw new Error('no inspector');
    const read = async () => [
      (await loadAgencyHome(filer)).drawn.total,
      (await loadOfficeHome(clerk)).proposals,
      (await loadInspectorDay(inspector)).draws.filter(({ outcome }) => outcome === drawn.get(uscc)?.ours).length,
    ];
    const [before = 0] = [(await loadAgencyHome(filer)).drawn.total];
    const proposals = (await loadOfficeHome(clerk)).proposals;
    const drawn = await drawForBoth([uscc]);
    expect(await read()).toEqual([before + 1, proposals + 1, 1]);
    const parts = Object.values(drawn.get(uscc) ?? {});
    await succeed(clerk, joinVisit, { enterprise: enterpriseId(leng, uscc), outcomes: parts, lead: ours.agency });
    expect(await read()).toEqual([before + 1, proposals, 1]);
    await accepted(fileVisit(await keyOf(leng.agency), jointVisitBody(uscc)));
    expect(await read()).toEqual([before, proposals, 0]);
  });
});
