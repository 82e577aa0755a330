import { describe, expect, it } from 'vitest';
import { addLine, changeLine, removeLine } from '#features/declaration/commands/keep-line.ts';
import { submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import { loadLineDesk, loadNewLineDesk, reckonLine } from '#features/declaration/queries/load-line-desk.ts';
import { fieldsOfQuery } from '#features/declaration/schema/line-query.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { draft, fillIn, lineForm, lineOf, readLines, send } from '#support/declarations.ts';
import { expectNotFound } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { readDetail, readEvents, readOne, readState } from '#support/rows.ts';

const { leng } = journey;
const [filer, head, neighbour, stranger] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('zengli'),
  agencyOf('suchenxin'),
  agencyOf('weibofeng'),
]);
const uscc = (where: string, values: unknown[] = []) =>
  asOwner<{ uscc: string }>(`SELECT uscc FROM enterprise WHERE ${where} ORDER BY uscc LIMIT 3`, values);
const add = (declaration: string, change: Parameters<typeof lineForm>[0]) => act(filer, addLine, { declaration, ...lineForm(change) });

describe('addLine: a line with its pool measured', () => {
  it('stores what the register says, and the catalogue’s basis where none was written', async () => {
    const declaration = await draft(filer);
    expect(await add(declaration, { quantityKind: 'ratio', ratio: '10' })).toMatchObject({ ok: true });
    const { size } = await readOne<{ size: number }>(
      `SELECT count(*)::int AS size FROM enterprise WHERE district_code = $1 AND status = 'active' AND in_park`,
      [leng.districtCode],
    );
    const [line] = await readLines(declaration);
    expect(line).toMatchObject({ pool_size: size, declared_count: Math.round(size / 10), outcome: 'unreviewed', ordinal: 1, months: [9] });
    expect(line?.basis).toContain('《');
    expect(await readEvents(declaration)).toEqual(['declaration.lineAdded']);
  });

  it('the same line four times at once: there once', async () => {
    const declaration = await draft(filer);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => add(declaration, {})));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toMatchObject({ fields: { matter: [expect.any(String)] } });
    expect(await readLines(declaration)).toHaveLength(1);
  });

  it('names every fault of a list: closed, and of another district', async () => {
    const declaration = await draft(filer);
    const good = await uscc(`district_code = $1 AND status = 'active'`, [leng.districtCode]);
    const [closed] = await uscc(`district_code = $1 AND status = 'cancelled'`, [leng.districtCode]);
    const [foreign] = await uscc(`district_code = '511724'`);
    const list = (rows: readonly (typeof foreign)[]) => rows.map((row) => row?.uscc).join('\n');
    const outcome = await add(declaration, { poolKind: 'list', list: list([...good, closed, foreign]), quantityKind: 'all' });
    const say = [`第 4 行 ${closed?.uscc}：已注销`, `第 5 行 ${foreign?.uscc}：本区县的企业库里没有`];
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'invalid', fields: { list: say } } });
    expect(await add(declaration, { poolKind: 'list', list: list(good), quantityKind: 'all' })).toMatchObject({ ok: true });
    expect((await readLines(declaration))[0]).toMatchObject({ pool_size: 3, declared_count: 3 });
  });

  it('takes no matter of another agency, no place and no partner of another district', async () => {
    const declaration = await draft(filer);
    const fields = { matter: 'fire-001', territories: ['511724001'], partners: ['511724-fire', leng.agency] };
    const wrong = { matter: expect.anything(), territories: expect.anything(), partners: expect.anything() };
    expect(await add(declaration, fields)).toEqual({ ok: false, refusal: { kind: 'invalid', fields: wrong } });
  });

  it("reaches neither another agency's nor another district's declaration", async () => {
    const declaration = await draft(filer);
    await expectNotFound(
      () => act(neighbour, addLine, { declaration, ...lineForm() }),
      () => act(stranger, addLine, { declaration, ...lineForm() }),
    );
  });
});

describe('changeLine and removeLine', () => {
  it('changes what the line says and what it comes to', async () => {
    const declaration = await fillIn(filer, 3);
    const line = await lineOf(declaration);
    await succeed(filer, changeLine, { line, ...lineForm({ count: '9', months: ['10'] }) });
    expect(await readLines(declaration)).toMatchObject([{ id: line, declared_count: 9, count: 9, months: [10], ordinal: 1 }]);
    expect(await loadLineDesk(filer, line)).toMatchObject({ line: { fields: { count: '9', months: ['10'], matter: 'amr-001' } } });
  });

  it('records what a line said before and after, and what was taken out', async () => {
    const declaration = await fillIn(filer, 3);
    const line = await lineOf(declaration);
    await succeed(filer, changeLine, { line, ...lineForm({ quantityKind: 'all', months: ['10'], risks: ['D'] }) });
    const before = { line, matter: 'amr-001', count: 3, quantity: { kind: 'count', count: 3 }, period: { kind: 'month', months: [9] } };
    const after = { line, quantity: { kind: 'all' }, period: { kind: 'month', months: [10] }, pool: { risks: ['D'] } };
    expect(await readDetail(declaration, 'declaration.lineChanged')).toMatchObject({ before, after });
    await succeed(filer, removeLine, { line });
    expect(await readDetail(declaration, 'declaration.lineRemoved')).toMatchObject({ removed: after });
  });

  it('does not make two lines the same, but lets a line stay as it is', async () => {
    const declaration = await fillIn(filer, 3, 4);
    const line = await lineOf(declaration);
    const twin = await act(filer, changeLine, { line, ...lineForm({ count: '4' }) });
    expect(twin).toMatchObject({ refusal: { kind: 'invalid', fields: { matter: [expect.any(String)] } } });
    await succeed(filer, changeLine, { line, ...lineForm({ count: '3', remark: '只改备注' }) });
  });

  it('takes a line out once, however often it is asked', async () => {
    const declaration = await fillIn(filer, 3, 4);
    const line = await lineOf(declaration);
    const outcomes = await Promise.all([1, 2, 3].map(() => act(filer, removeLine, { line })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readLines(declaration)).toMatchObject([{ declared_count: 4 }]);
  });

  it("reaches neither another agency's nor another district's line", async () => {
    const line = await lineOf(await fillIn(filer, 3));
    await expectNotFound(
      () => act(neighbour, changeLine, { line, ...lineForm() }),
      () => act(stranger, removeLine, { line }),
    );
    expect(await loadLineDesk(neighbour, line)).toBeNull();
    expect(await loadLineDesk(head, line)).toBeNull();
  });

  it('changes nothing while the head has it', async () => {
    const declaration = await send(filer, 3);
    const line = await lineOf(declaration);
    const before = await readState();
    expect(await add(declaration, {})).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await act(filer, changeLine, { line, ...lineForm({ count: '12' }) })).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await act(filer, removeLine, { line })).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await readState()).toEqual(before);
  });

  it('at once with the sending: the head sees what was sent', async () => {
    for (let round = 0; round < 10; round++) {
      const declaration = await draft(filer);
      const [added] = await Promise.all([add(declaration, {}), act(filer, submitDeclaration, { declaration, isEmpty: 'yes' })]);
      const { note } = await readOne<{ note: string }>(`SELECT note FROM declaration_event WHERE declaration_id = $1`, [declaration]);
      expect(note).toBe(added.ok ? '1 行' : '零申报');
    }
  });
});

describe('the form of a line', () => {
  const asked = (change: Parameters<typeof lineForm>[0]) => fieldsOfQuery({ ...lineForm(change), reckon: 'yes' });

  it('too long a text comes back with everything else that was typed, and says so', async () => {
    const desk = await loadNewLineDesk(filer, await draft(filer));
    if (!desk) throw new Error('no desk');
    const remark = '备'.repeat(400);
    const list = Array.from({ length: 500 }, (_, nth) => `91431103MA4L${nth}`).join('\n');
    const { fields, reckoned } = await reckonLine(filer, desk, asked({ remark, list, poolLabel: '餐饮单位', months: ['3', '9'] }));
    expect(fields).toMatchObject({ remark, list, poolLabel: '餐饮单位', months: ['3', '9'], matter: 'amr-001' });
    expect(reckoned).toEqual({ faults: { remark: ['不超过 300 个字'], list: [expect.stringContaining('不超过')] } });
  });

  it('says what it comes to, and counts quiet days only where they bind', async () => {
    const desk = await loadNewLineDesk(filer, await draft(filer));
    if (!desk) throw new Error('no desk');
    const tenDays = { periodKind: 'monthly', part: 'first-ten-days', months: [] };
    const { fields, reckoned } = await reckonLine(filer, desk, asked(tenDays));
    expect(fields.basis).toContain('《');
    expect(reckoned).toMatchObject({ outlook: { count: 5, doorVisits: 5, openDays: { days: 120, quiet: 120, open: 0 } } });
    const remote = await reckonLine(filer, desk, asked({ ...tenDays, form: 'document' }));
    expect(remote.reckoned).toMatchObject({ outlook: { doorVisits: 0, openDays: null } });
    expect((await reckonLine(filer, desk, asked({ count: '' }))).reckoned).toEqual({ faults: { count: [expect.any(String)] } });
    expect((await reckonLine(filer, desk, null)).reckoned).toBeNull();
  });

  it('is nobody else’s, and nobody’s once it was sent', async () => {
    const declaration = await fillIn(filer, 3);
    expect(await loadNewLineDesk(stranger, declaration)).toBeNull();
    expect(await loadNewLineDesk(head, declaration)).toBeNull();
    await succeed(filer, submitDeclaration, { declaration });
    expect(await loadNewLineDesk(filer, declaration)).toBeNull();
  });
});
