import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { verifyAtOnce } from '#domain/draw/verify.ts';
import { downloadDrawCsv, downloadRecord, downloadResult } from '#features/draw-record/api/downloads.ts';
import { getOpenDraw, getOpenDraws, listDraws } from '#features/draw-record/api/routes.ts';
import { loadPublicDraw } from '#features/draw-record/queries/load-public-draw.ts';
import { workExample } from '#features/draw-record/queries/work-example.ts';
import { publicScope } from '#platform/scope.ts';
import { asOwner, call, giveKey } from '#support/api.ts';
import { castOf, drawn, prepared } from '#support/draw-lives.ts';
import { hash, hmac } from '#support/frozen-draw.ts';

type Told = { id: string; district: string; no: string; status: string; frozen: string; result: string | null; pool: string; hash: string };
const told = await asOwner<Told>(
  `SELECT draw.id, district_code AS district, year || '-' || serial AS no, status::text, frozen, result, pool_hash AS pool, result_hash AS hash
  FROM draw JOIN draw_record ON draw_record.draw_id = draw.id LEFT JOIN draw_result ON draw_result.draw_id = draw.id ORDER BY district_code, serial`,
);
const published = told.find(({ status }) => status === 'published') as Told;
const open = told.find(({ status }) => status === 'frozen') as Told;
const everybody = publicScope({ type: 'public' });
let caller = 0;
const from = () => ({ 'x-forwarded-for': `10.7.${Math.floor(++caller / 200)}.${caller % 200}` });
type Place = { readonly district: string; readonly no: string };
const take = (route: typeof downloadRecord, { district, no }: Place, headers: Record<string, string> = {}) =>
  route(new Request('http://localhost/file', { headers: { ...from(), ...headers } }), { params: Promise.resolve({ district, no }) });
const idOf = ({ district, no }: Place) => `${district}-${no}`;
const openOne = (which: Place) => call(getOpenDraw, 'GET', { params: { draw: idOf(which) }, headers: from() });

/** Whether the Python program finds nothing wrong; null without Python. */
function verifyInPython(record: Uint8Array, result: Uint8Array): boolean | null {
  if (spawnSync('python3', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'ningqi-open-'));
  writeFileSync(join(folder, 'record.json'), record);
  writeFileSync(join(folder, 'result.json'), result);
  const words = ['-B', join(process.cwd(), 'public/ningqi_draw.py'), 'verify', 'record.json', 'result.json'];
  const { status } = spawnSync('python3', words, { cwd: folder, env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  rmSync(folder, { recursive: true });
  return status === 0;
}

describe('files of a draw', () => {
  it.each(told.map((draw) => [draw.no, draw.district, draw] as const))(
    '%s of %s are the bytes of its rows',
    async (_no, _district, draw) => {
      const record = await take(downloadRecord, draw);
      expect([record.status, await record.text()]).toEqual([200, draw.frozen]);
      expect([record.headers.get('etag'), record.headers.get('x-content-sha256')]).toEqual([`"${draw.pool}"`, draw.pool]);
      expect(record.headers.get('content-disposition')).toContain(`attachment; filename="${idOf(draw)}-record.json"`);
      expect(record.headers.get('content-length')).toBe(String(Buffer.byteLength(draw.frozen)));
      const result = await take(downloadResult, draw);
      expect([result.status, draw.result === null ? null : await result.text()]).toEqual([draw.result === null ? 404 : 200, draw.result]);
      expect((await take(downloadRecord, draw, { 'if-none-match': `"${draw.pool}"` })).status).toBe(304);
    },
  );

  it.each(['431103', '511724'])('of %s verify in the domain and in Python, and nothing changed does', async (district) => {
    const draw = told.find((one) => one.district === district && one.status === 'published') as Told;
    const [record, result] = await Promise.all([take(downloadRecord, draw), take(downloadResult, draw)]);
    const texts = { frozen: await record.text(), result: await result.text() };
    expect(verifyAtOnce({ ...texts, poolHash: draw.pool, resultHash: draw.hash }, { hash, hmac }).isRight).toBe(true);
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(verifyInPython(bytes(texts.frozen), bytes(texts.result))).not.toBe(false);
    expect(verifyInPython(bytes(texts.frozen.replace('"weight":1', '"weight":2')), bytes(texts.result))).not.toBe(true);
  });

  it('a long text is sent whole, surrogate pairs and all', async () => {
    const note = '𪛖'.repeat(700_000);
    const frozen = JSON.stringify({ note: `a${note}` });
    await asOwner('UPDATE draw_record SET frozen = $2, pool_hash = $3 WHERE draw_id = $1', [open.id, frozen, hash(frozen)]);
    expect(hash(new Uint8Array(await (await take(downloadRecord, open)).arrayBuffer()))).toBe(hash(frozen));
    await asOwner('UPDATE draw_record SET frozen = $2, pool_hash = $3 WHERE draw_id = $1', [open.id, open.frozen, open.pool]);
  });

  it('the table has order, enterprise, code, key, officers and replacements, and no formula', async () => {
    const before = await asOwner<{ id: string }>(
      `UPDATE enterprise SET name = '=HYPERLINK("x")' WHERE id = (SELECT enterprise_id FROM draw_outcome WHERE draw_id = $1 AND position = 1) RETURNING id`,
      [published.id],
    );
    await asOwner(
      `UPDATE draw_outcome SET replaced_at = now(), replaced_reason = 'moved', replaced_note = '迁出' WHERE draw_id = $1 AND position = 2`,
      [published.id],
    );
    const answer = await take(downloadDrawCsv, published);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(Buffer.from(bytes), { bom: true, columns: true }) as Record<string, string>[];
    const targets = JSON.parse(published.result ?? '').outcomes[0].targets as { id: string; key: string; officers: string[] }[];
    expect(rows.map((row) => [row.顺序, row.统一社会信用代码, row.排序值])).toEqual(
      targets.map(({ id, key }, index) => [String(index + 1), id, key]),
    );
    expect([before.length, rows[0]?.企业]).toEqual([1, `'=HYPERLINK("x")`]);
    expect(targets[0]?.officers.every((credential) => rows[0]?.执法人员?.includes(credential))).toBe(true);
    expect([rows[1]?.递补的原因, rows[0]?.递补的原因]).toEqual(['迁出：迁出', '']);
  });
});

describe('what is not public is not found', () => {
  const [year, serial] = published.no.split('-');
  it.each([
    { district: '511724', no: '2099-1' },
    { district: '000000', no: published.no },
    { district: published.district, no: `${year}-${Number(serial) + 500}` },
    { district: published.district, no: '2026' },
    { district: '431103 OR 1', no: published.no },
  ])('$district $no', async (which) => {
    for (const route of [downloadRecord, downloadResult, downloadDrawCsv]) expect((await take(route, which)).status).toBe(404);
    expect([400, 404]).toContain((await openOne(which)).status);
  });

  it('a prepared draw has no page, no file and no row; a drawn one keeps its result until it is published', async () => {
    const cast = await castOf();
    const { draw } = await prepared(cast);
    const { draw: waiting } = await drawn(cast);
    const [row] = await asOwner<{ no: string }>(`SELECT year || '-' || serial AS no FROM draw WHERE id = $1`, [waiting]);
    const which = { district: '431103', no: row?.no ?? '' };
    expect((await take(downloadRecord, which)).status).toBe(200);
    expect((await take(downloadResult, which)).status).toBe(404);
    expect((await openOne(which)).body).toMatchObject({ status: 'drawn', seed: null, result: null, resultHash: null, outcomes: [] });
    const { body } = await call(getOpenDraws, 'GET', { query: '?district=431103', headers: from() });
    const items = body.items as { id: string; status: string }[];
    expect(items.map(({ id }) => id)).toContain(idOf(which));
    expect(items.filter(({ status }) => status === 'prepared')).toEqual([]);
    expect(await asOwner('SELECT FROM draw WHERE id = $1 AND no IS NULL', [draw])).toHaveLength(1);
  });

  it('who objected: neither name nor telephone nor code of an objection is told, the text and the answer are', async () => {
    const rows = await asOwner<{ name: string; phone: string; text: string }>(
      'SELECT contact_name AS name, contact_phone AS phone, text FROM draw_objection WHERE draw_id = $1',
      [open.id],
    );
    const [districtCode, no] = [open.district, open.no];
    const [year = 0, serial = 0] = no.split('-').map(Number);
    const shown = await loadPublicDraw(everybody, { district: districtCode, no: { year, serial } });
    const answers = [(await openOne(open)).body, (await call(getOpenDraws, 'GET', { headers: from() })).body, shown];
    const said = JSON.stringify(answers);
    expect(rows).toHaveLength(2);
    for (const { name, phone, text } of rows) {
      expect(said).not.toContain(phone);
      expect(JSON.stringify((answers[0] as { objections: object }).objections)).not.toContain(name);
      expect(said).toContain(text);
    }
    expect(said).not.toMatch(/contactName|contactPhone|contact_/);
  });
});

describe('open data', () => {
  it('lists what is public, page by page, filtered, as JSON and as a table', async () => {
    const all = (await call(getOpenDraws, 'GET', { headers: from() })).body as { found: number; pages: number; items: { id: string }[] };
    const [row] = await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM draw WHERE status <> 'prepared'`);
    expect([all.found, all.pages]).toEqual([row?.n, Math.ceil((row?.n ?? 0) / 50)]);
    const voids = await call(getOpenDraws, 'GET', { query: '?district=511724&status=void', headers: from() });
    expect(voids.body).toMatchObject({ found: 1, items: [{ district: '511724', status: 'void', computable: true }] });
    const table = await getOpenDraws(new Request('http://localhost/x?status=published', { headers: { ...from(), accept: 'text/csv' } }), {
      params: Promise.resolve({}),
    });
    expect(table.headers.get('content-type')).toContain('text/csv');
    expect(parse(await table.text(), { bom: true, columns: true }).length).toBeGreaterThan(1);
    for (const query of ['?status=prepared', '?page=0', '?year=x', '?other=1']) {
      expect((await call(getOpenDraws, 'GET', { query, headers: from() })).status).toBe(400);
    }
  });

  it('one draw has its hashes, parties and targets', async () => {
    const { body } = await openOne(published);
    expect(body).toMatchObject({
      id: idOf(published),
      format: 'ningqi-draw/1',
      poolHash: published.pool,
      resultHash: published.hash,
      void: null,
    });
    expect((body.rounds as { parties: object[] }[]).map(({ parties }) => parties.length)).toEqual([3]);
    const targets = JSON.parse(published.result ?? '').outcomes[0].targets as { id: string }[];
    expect((body.outcomes as { enterprise: { uscc: string } }[]).map(({ enterprise }) => enterprise.uscc)).toEqual(
      targets.map(({ id }) => id),
    );
  });

  it('a key lists the draws of its own district only', async () => {
    const { secret: key } = await giveKey('511724-amr');
    const { status, body } = await call(listDraws, 'GET', { key });
    const items = body.items as { district: string }[];
    expect([status, [...new Set(items.map(({ district }) => district))]]).toEqual([200, ['511724']]);
    expect((await call(listDraws, 'GET', { key, query: '?district=431103' })).status).toBe(400);
  });
});

it('the worked example of the method’s page is a draw that verifies', () => {
  const { frozen, poolHash, result, resultHash, subjects } = workExample();
  expect(verifyAtOnce({ frozen, result, poolHash, resultHash }, { hash, hmac }).isRight).toBe(true);
  expect(subjects.map(({ officers }) => officers !== null)).toEqual([true, true, false, false]);
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(verifyInPython(bytes(frozen), bytes(result))).not.toBe(false);
});
