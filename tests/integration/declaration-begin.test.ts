import { describe, expect, it } from 'vitest';
import { beginDeclaration, nameApproval } from '#features/declaration/commands/begin-declaration.ts';
import { openDeclaration } from '#features/declaration/commands/open-declaration.ts';
import { approveDeclaration, submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import type { Command } from '#platform/command.ts';
import { ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import { draft, planYear, readDeclaration, readHistory, seen } from '#support/declarations.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { readEvents } from '#support/rows.ts';

const [filer, head, neighbour, stranger] = await Promise.all(['shenleyu', 'zengli', 'suchenxin', 'weibofeng'].map(agencyOf));
if (!filer || !head || !neighbour || !stranger) throw new Error('somebody is missing');
const begin = (kind: 'annual' | 'special', year = planYear) => ({ year, kind, approvalDocument: '' });
const send = async (declaration: string) => succeed(filer, submitDeclaration, { declaration, isEmpty: 'yes' });

describe('beginDeclaration: the year’s declaration, a supplement, a special plan', () => {
  it('opens a draft and says who began it', async () => {
    const { declaration } = await succeed(neighbour, beginDeclaration, begin('special'));
    expect(await readDeclaration(declaration)).toMatchObject({ status: 'draft', kind: 'special' });
    expect(await readHistory(declaration)).toEqual(['suchenxin begun']);
    expect(await readEvents(declaration)).toEqual(['declaration.begun']);
  });

  it('does not begin a second while one is open or waits for the head; begins the next once it was sent on', async () => {
    const document = '冷政办函〔2026〕8号';
    const { declaration } = await succeed(filer, beginDeclaration, { ...begin('special'), approvalDocument: document });
    expect(await readDeclaration(declaration)).toMatchObject({ approval_document: document });
    expect(await act(filer, beginDeclaration, begin('special'))).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    await send(declaration);
    expect(await act(filer, beginDeclaration, begin('special'))).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    await succeed(head, approveDeclaration, await seen(declaration));
    const { declaration: next } = await succeed(filer, beginDeclaration, begin('special'));
    expect((await readDeclaration(next)).no).toBe((await readDeclaration(declaration)).no + 1);
  });

  it.each([planYear - 2, planYear + 1])('not for %i, which is neither this year nor the next', async (year) => {
    const fields = { year: [expect.any(String)] };
    expect(await act(filer, beginDeclaration, begin('annual', year))).toEqual({ ok: false, refusal: { kind: 'invalid', fields } });
  });

  it('four times at once: begun once', async () => {
    await expectOneOf([1, 2, 3, 4].map(() => act(stranger, beginDeclaration, begin('special'))));
  });
});

describe('nameApproval: the document that approved a special plan', () => {
  it('is kept while the plan is open to the filer', async () => {
    const declaration = await draft(filer, 'special');
    await succeed(filer, nameApproval, { declaration, approvalDocument: '冷政办函〔2026〕9号' });
    expect(await readDeclaration(declaration)).toMatchObject({ approval_document: '冷政办函〔2026〕9号' });
    expect(await readEvents(declaration)).toEqual(['declaration.cited']);
    await send(declaration);
    expect(await act(filer, nameApproval, { declaration, approvalDocument: '别的' })).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('once the office has had the plan it stays, also while lines are back with the agency', async () => {
    const declaration = await draft(filer, 'special');
    await succeed(filer, nameApproval, { declaration, approvalDocument: '冷政办函〔2026〕9号' });
    await send(declaration);
    await succeed(head, approveDeclaration, await seen(declaration));
    await asOwner(`UPDATE declaration SET status = 'returned' WHERE id = $1`, [declaration]);
    const refusal = { kind: 'stale', say: expect.stringContaining('原批准文件') };
    expect(await act(filer, nameApproval, { declaration, approvalDocument: '别的' })).toEqual({ ok: false, refusal });
    expect(await readDeclaration(declaration)).toMatchObject({ approval_document: '冷政办函〔2026〕9号' });
  });

  it("finds neither another agency's nor another district's", async () => {
    const declaration = await draft(filer, 'special');
    await expectNotFound(
      () => act(neighbour, nameApproval, { declaration, approvalDocument: '函' }),
      () => act(stranger, nameApproval, { declaration, approvalDocument: '函' }),
    );
  });
});

describe('openDeclaration: where the lines of a sheet go', () => {
  const open = async ({ tx, scope, record }: Command<AgencyScope>, year: number) => {
    const opened = await openDeclaration(tx, scope, year);
    record('declaration.opened', opened?.id ?? '');
    return ok(opened);
  };

  it('begins the year once for four at once, and finds it again', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => succeed(filer, open, 2039)));
    expect(new Set(opened.map((each) => each?.id)).size).toBe(1);
    expect(opened.filter((each) => each?.begun)).toHaveLength(1);
  });

  it('gives nothing while it waits for the head, and a supplement afterwards', async () => {
    const declaration = (await succeed(filer, open, 2038))?.id ?? '';
    await send(declaration);
    expect(await succeed(filer, open, 2038)).toBeNull();
    await succeed(head, approveDeclaration, await seen(declaration));
    const supplement = await succeed(filer, open, 2038);
    expect(supplement).toMatchObject({ begun: true });
    expect(await readDeclaration(supplement?.id ?? '')).toMatchObject({ no: 2 });
  });
});
