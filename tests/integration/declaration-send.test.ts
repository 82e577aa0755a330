import { describe, expect, it } from 'vitest';
import { addLine, changeLine, removeLine } from '#features/declaration/commands/keep-line.ts';
import { approveDeclaration, returnDeclaration, submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import { loadAgencyDesk, loadDistrictDesk } from '#features/declaration/queries/list-declarations.ts';
import { loadDeclaration } from '#features/declaration/queries/load-declaration.ts';
import { takeStep } from '#features/review/commands/take-step.ts';
import { asOwner } from '#support/api.ts';
import { draft, fillIn, lineOf, ownLine, readDeclaration, readHistory, readLines, seen, send, sendOn } from '#support/declarations.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { readEvents, readState, readTold } from '#support/rows.ts';

const [filer, head, neighbour, neighbourHead, stranger, office] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('zengli'),
  agencyOf('suchenxin'),
  agencyOf('fanguili'),
  agencyOf('fanxiaofang'),
  officeOf('luolin'),
]);
const reason = '9 月的数量请核对';

async function returnLine(declaration: string, nth: number): Promise<void> {
  const { year } = await readDeclaration(declaration);
  await succeed(office, takeStep, { year, action: 'return', lineIds: [await lineOf(declaration, nth)], change: { reason } });
}

describe('submitDeclaration', () => {
  it('goes to the head of this agency, with its lines', async () => {
    const declaration = await send(filer, 3, 4);
    expect(await readDeclaration(declaration)).toMatchObject({ status: 'submitted', approved_at: null });
    expect(await readHistory(declaration)).toEqual(['shenleyu submitted 2 行']);
    expect(await readTold(declaration, 'declaration.submitted')).toEqual(['zengli']);
  });

  it('without lines only where that is meant', async () => {
    const declaration = await draft(filer);
    const fields = { isEmpty: [expect.any(String)] };
    expect(await act(filer, submitDeclaration, { declaration })).toEqual({ ok: false, refusal: { kind: 'invalid', fields } });
    await succeed(filer, submitDeclaration, { declaration, isEmpty: 'yes' });
    expect(await readHistory(declaration)).toEqual(['shenleyu submitted 零申报']);
  });

  it('a special plan only with the document that approved it', async () => {
    const declaration = await draft(filer, 'special');
    await succeed(filer, addLine, { declaration, ...ownLine(filer) });
    await asOwner(`UPDATE declaration SET approval_document = '' WHERE id = $1`, [declaration]);
    const fields = { approvalDocument: [expect.any(String)] };
    expect(await act(filer, submitDeclaration, { declaration })).toEqual({ ok: false, refusal: { kind: 'invalid', fields } });
  });

  it('three times at once: sent once', async () => {
    const declaration = await fillIn(filer, 3);
    await expectOneOf([1, 2, 3].map(() => act(filer, submitDeclaration, { declaration })));
    expect(await readEvents(declaration)).toEqual(['declaration.lineAdded', 'declaration.submitted']);
  });

  it("finds neither another agency's nor another district's", async () => {
    const declaration = await fillIn(filer, 3);
    await expectNotFound(
      () => act(neighbour, submitDeclaration, { declaration }),
      () => act(stranger, submitDeclaration, { declaration }),
    );
  });
});

describe('approveDeclaration', () => {
  it('goes to the office, which sees it from then on', async () => {
    const declaration = await send(filer, 3);
    const view = { id: declaration, page: 1 };
    expect(await loadDeclaration(office, view)).toBeNull();
    await succeed(head, approveDeclaration, await seen(declaration));
    expect(await loadDeclaration(office, view)).toMatchObject({ total: 1, visits: 3, lines: [{ isOpen: false, outcome: 'unreviewed' }] });
    expect(await readTold(declaration, 'declaration.approved')).toEqual(['luolin', 'xiezhiyuan']);
    expect(await readHistory(declaration)).toEqual(['shenleyu submitted 1 行', 'zengli approved']);
  });

  it('nobody approves what they sent in themselves', async () => {
    const declaration = await send(filer, 3);
    const before = await readState();
    expect(await act(filer, approveDeclaration, await seen(declaration))).toEqual({ ok: false, refusal: { kind: 'notPermitted' } });
    expect(await readState()).toEqual(before);
  });

  it('not what was sent in again after the page was opened', async () => {
    const declaration = await send(filer, 3);
    const opened = await seen(declaration);
    await succeed(head, returnDeclaration, { declaration, reason });
    await succeed(filer, changeLine, { line: await lineOf(declaration), ...ownLine(filer, { count: '60' }) });
    await succeed(filer, submitDeclaration, { declaration });
    const refusal = { kind: 'stale', say: expect.stringContaining('看过再批准') };
    expect(await act(head, approveDeclaration, opened)).toEqual({ ok: false, refusal });
    expect(await readDeclaration(declaration)).toMatchObject({ status: 'submitted' });
    await succeed(head, approveDeclaration, await seen(declaration));
  });

  it('at once with the return: one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const declaration = await send(filer, 3);
      await expectOneOf([act(head, approveDeclaration, await seen(declaration)), act(head, returnDeclaration, { declaration, reason })]);
    }
  });

  it("finds neither another agency's nor another district's", async () => {
    const declaration = await send(filer, 3);
    await expectNotFound(
      async () => act(neighbourHead, approveDeclaration, await seen(declaration)),
      () => act(stranger, returnDeclaration, { declaration, reason }),
    );
    expect(await loadDeclaration(neighbour, { id: declaration, page: 1 })).toBeNull();
  });
});

describe('what comes back', () => {
  it('from the head: every line may be changed, and it can be sent again', async () => {
    const declaration = await send(filer, 3, 4);
    await succeed(head, returnDeclaration, { declaration, reason });
    expect(await readTold(declaration, 'declaration.returned')).toEqual(['shenleyu']);
    await succeed(filer, changeLine, { line: await lineOf(declaration), ...ownLine(filer, { count: '6' }) });
    await succeed(filer, removeLine, { line: await lineOf(declaration, 1) });
    await succeed(filer, submitDeclaration, { declaration });
    await succeed(head, approveDeclaration, await seen(declaration));
    expect(await readLines(declaration)).toMatchObject([{ declared_count: 6, outcome: 'unreviewed' }]);
  });

  it('from the office: only what it gave back may be changed; with new lines it is open to review again', async () => {
    const declaration = await sendOn(filer, head, 3, 4);
    await returnLine(declaration, 0);
    const view = await loadDeclaration(filer, { id: declaration, page: 1 });
    expect(view?.lines.map(({ isOpen }) => isOpen)).toEqual([true, false]);
    expect(await act(filer, removeLine, { line: await lineOf(declaration, 1) })).toMatchObject({ refusal: { kind: 'stale' } });
    await succeed(filer, changeLine, { line: await lineOf(declaration), ...ownLine(filer, { count: '2' }) });
    await succeed(filer, addLine, { declaration, ...ownLine(filer, { count: '8' }) });
    expect((await readLines(declaration)).map(({ outcome }) => outcome)).toEqual(['returned', 'unreviewed', 'returned']);
    await succeed(filer, submitDeclaration, { declaration });
    await succeed(head, approveDeclaration, await seen(declaration));
    const lines = await readLines(declaration);
    expect(lines.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['unreviewed', 2],
      ['unreviewed', 4],
      ['unreviewed', 8],
    ]);
  });

  it('after the head gave it back as well, the office’s other lines stay closed', async () => {
    const declaration = await sendOn(filer, head, 3, 4);
    await returnLine(declaration, 1);
    await succeed(filer, submitDeclaration, { declaration });
    await succeed(head, returnDeclaration, { declaration, reason });
    const view = await loadDeclaration(filer, { id: declaration, page: 1 });
    expect(view?.lines.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('at once with the sending again: the office’s return of another line is kept or told that it moved on', async () => {
    for (let round = 0; round < 5; round++) {
      const declaration = await sendOn(filer, head, 3, 4);
      await returnLine(declaration, 0);
      await succeed(filer, submitDeclaration, { declaration });
      const { year } = await readDeclaration(declaration);
      const step = { year, action: 'return' as const, lineIds: [await lineOf(declaration, 1)], change: { reason } };
      const [approved] = await Promise.all([act(head, approveDeclaration, await seen(declaration)), act(office, takeStep, step)]);
      expect(approved.ok).toBe(true);
    }
  });
});

describe('the lists', () => {
  it('an agency sees its own years, the office every agency of its district', async () => {
    const declaration = await sendOn(filer, head, 3);
    const { year } = await readDeclaration(declaration);
    const own = await loadAgencyDesk(filer);
    expect(own.years.find((each) => each.year === year)?.declarations).toMatchObject([{ id: declaration, lines: 1, unreviewed: 1 }]);
    expect((await loadAgencyDesk(neighbour)).years.flatMap(({ declarations }) => declarations).map(({ id }) => id)).not.toContain(
      declaration,
    );
    const desk = await loadDistrictDesk(office, year);
    const inspecting = await asOwner(`SELECT code FROM agency WHERE district_code = '431103' AND kind IS NOT NULL`);
    expect(desk.agencies).toHaveLength(inspecting.length);
    expect(desk.agencies.filter(({ declarations }) => declarations.length > 0).map(({ code }) => code)).toEqual(['431103-amr']);
    expect((await loadDistrictDesk(await officeOf('jiangxinlan'), year)).agencies.flatMap(({ declarations }) => declarations)).toEqual([]);
  });
});
