import { expect, it } from 'vitest';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { freezeDraw } from '#features/draw/commands/freeze-draw.ts';
import { gatherEntries } from '#features/draw/queries/gather-entries.ts';
import { measurePool } from '#features/draw/queries/gather-pool.ts';
import { loadPreparation } from '#features/draw/queries/load-preparation.ts';
import { loadDrawRules } from '#features/draw/queries/load-rules.ts';
import { db } from '#platform/db.ts';
import { asOwner } from '#support/api.ts';
import { castOf, prepared } from '#support/draw-lives.ts';
import { act, succeed } from '#support/people.ts';
import { readOne } from '#support/rows.ts';

const cast = await castOf();
const { filer } = cast;
const { districtCode, agencyCode } = filer;

const readFrozen = async (draw: string) =>
  JSON.parse((await readOne<{ frozen: string }>('SELECT frozen FROM draw_record WHERE draw_id = $1', [draw])).frozen) as FrozenRecord;

async function preview(id: string) {
  const [entry] = await gatherEntries(db(), districtCode, [id]);
  const parts = [{ id, sample: 5, fromDay: entry?.fromDay ?? '', toDay: entry?.toDay ?? '' }];
  return (await loadPreparation(filer, { status: 'prepared', parts })).preview[0];
}

/** Who could be sent for an entry, with other ranges asked of its agencies if some are given. */
async function measure(id: string, asked?: readonly string[]) {
  const { policy } = await loadDrawRules(districtCode);
  const found = await gatherEntries(db(), districtCode, [id]);
  const entries = found.map((entry) => {
    return { ...entry, agencies: entry.agencies.map((agency) => ({ ...agency, groups: asked ?? agency.groups })) };
  });
  return (await measurePool(db(), { districtCode, entries, policy: policy.values })).officers;
}

/** All of the agency's inspectors but one were at the enterprise the last time. */
async function visitAllButOne(uscc: string) {
  const [filing] = await asOwner<{ id: string }>(
    `UPDATE filing SET enterprise_id = (SELECT id FROM enterprise WHERE uscc = $2) WHERE id = (SELECT filing.id FROM filing
      JOIN filing_agency party ON party.filing_id = filing.id WHERE party.agency_code = $1 AND status = 'filed' AND filing.draw_outcome_id IS NULL
      ORDER BY filing.id LIMIT 1) RETURNING id`,
    [agencyCode, uscc],
  );
  await asOwner('DELETE FROM filing_inspector WHERE filing_id = $1', [filing?.id]);
  await asOwner(
    `INSERT INTO filing_inspector (filing_id, inspector_id) SELECT $2::uuid, id FROM inspector WHERE agency_code = $1 ORDER BY id OFFSET 1`,
    [agencyCode, filing?.id],
  );
}

it('rotation yields where it would leave nobody to send; the preview says so', async () => {
  const { draw, entry } = await prepared(cast);
  const [code = ''] = entry.codes;
  await visitAllButOne(code);
  expect(await preview(entry.id)).toMatchObject({ spared: 1, faults: [] });
  await succeed(filer, freezeDraw, { draw });
  expect((await readFrozen(draw)).inspectors.flatMap(({ visitedLast }) => visitedLast)).not.toContain(code);
});

it('recusals that leave no team for an enterprise keep the pool from being frozen, and are named', async () => {
  const { draw, entry } = await prepared(cast);
  const [, code = ''] = entry.codes;
  await asOwner(
    `INSERT INTO recusal (inspector_id, enterprise_id) SELECT inspector.id, enterprise.id FROM enterprise, inspector WHERE agency_code = $1 AND uscc = $2
      ORDER BY inspector.id OFFSET 1 ON CONFLICT DO NOTHING`,
    [agencyCode, code],
  );
  const named = expect.stringMatching(new RegExp(`${code}.*除去回避只剩`));
  expect((await preview(entry.id))?.faults).toEqual([named]);
  expect(await act(filer, freezeDraw, { draw })).toMatchObject({ refusal: { kind: 'invalid', fields: { '': [named] } } });
  await asOwner('DELETE FROM recusal WHERE enterprise_id = (SELECT id FROM enterprise WHERE uscc = $1)', [code]);
  await succeed(filer, freezeDraw, { draw });
});

it('what happened to a merged row counts for the one that stands for it', async () => {
  const { draw, entry } = await prepared(cast);
  const [, , capped = '', visited = ''] = entry.codes;
  const spare = await asOwner<{ id: string }>(
    `SELECT id FROM enterprise WHERE district_code = $1 AND merged_into_id IS NULL AND uscc <> ALL ($2) ORDER BY uscc DESC LIMIT 2`,
    [districtCode, entry.codes],
  );
  for (const [at, uscc] of [capped, visited].entries()) {
    await asOwner('UPDATE enterprise SET merged_into_id = (SELECT id FROM enterprise WHERE uscc = $2) WHERE id = $1', [
      spare[at]?.id,
      uscc,
    ]);
  }
  await asOwner(
    `INSERT INTO visit_counter SELECT $1::uuid, kind, extract(year FROM now())::int, 9 FROM agency WHERE code = $2
      ON CONFLICT (enterprise_id, agency_kind, year) DO UPDATE SET visits = 9`,
    [spare[0]?.id, agencyCode],
  );
  const officer = (await measure(entry.id)).find(({ reason }) => reason === null)?.id ?? '';
  await asOwner('INSERT INTO recusal (inspector_id, enterprise_id) SELECT id, $2::uuid FROM inspector WHERE credential_no = $1', [
    officer,
    spare[1]?.id,
  ]);
  await succeed(filer, freezeDraw, { draw });
  const record = await readFrozen(draw);
  expect(record.excluded).toEqual([{ entry: 0, id: capped, reason: 'capReached' }]);
  expect(record.inspectors.filter(({ recused }) => recused.includes(visited)).map(({ id }) => id)).toEqual([officer]);
});

it('an agency that no range is asked of can send anybody', async () => {
  const { entry } = await prepared(cast);
  const reasonsWith = async (groups: readonly string[]) => (await measure(entry.id, groups)).map(({ reason }) => reason);
  expect(await reasonsWith(['unknown'])).toContain('outOfRange');
  expect(await reasonsWith([])).not.toContain('outOfRange');
  expect(await reasonsWith([])).toContain(null);
});
