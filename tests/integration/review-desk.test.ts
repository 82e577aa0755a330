import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { takeStepAction, undoStepAction } from '#features/review/actions.ts';
import { answerLinesFile } from '#features/review/api/lines-file.ts';
import { escapeCell } from '#features/review/api/lines-workbook.ts';
import { findLines, listLines } from '#features/review/queries/list-lines.ts';
import { loadHistory } from '#features/review/queries/list-steps.ts';
import { loadAct } from '#features/review/queries/load-act.ts';
import { loadDesk } from '#features/review/queries/load-desk.ts';
import { loadHeat } from '#features/review/queries/load-heat.ts';
import { loadLine } from '#features/review/queries/load-line.ts';
import { lineFilter } from '#features/review/schema.ts';
import { asOwner } from '#support/api.ts';
import { officeOf, signIn } from '#support/people.ts';
import { inRequest, press } from '#support/request-scope.ts';
import { declareOne, readLine, reviewYear, take } from '#support/review.ts';
import { readState } from '#support/rows.ts';

const [clerk, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('jiangxinlan')]);
const [amr, fire] = ['431103-amr', '431103-fire'];
const count = (figure: number) => ({ quantity: { kind: 'count' as const, count: figure } });
const month = (figure: number) => ({ period: { kind: 'month' as const, months: [figure] } });

const food = await declareOne(amr, 'amr-003', { ...count(30), ...month(3), source: 'city' });
const gear = await declareOne(amr, 'amr-014', { ...count(4), ...month(9) });
const fires = await declareOne(fire, 'fire-002', { ...count(12), ...month(9), source: 'province' });
const paper = await declareOne(fire, 'fire-001', { ...count(9), ...month(9), form: 'document', remark: '=1+1' });
const foreign = await declareOne('511724-amr', 'amr-014');
const joint = await take(clerk, {
  action: 'merge',
  lineIds: [gear, fires],
  change: { lead: amr, months: [9, 10], form: 'onsite', count: 13 },
});
const idsOf = async (query: object) =>
  (await listLines(clerk, reviewYear, { filter: lineFilter.parse(query), first: [] })).rows.map(({ id }) => id).sort();

describe('the lines of the desk', () => {
  it.each([
    [{}, [food, gear, fires, paper]],
    [{ agency: fire }, [fires, paper]],
    [{ month: '9' }, [gear, fires, paper]],
    [{ month: '10', agency: amr }, [gear]],
    [{ source: 'city' }, [food]],
    [{ status: 'merged' }, [gear, fires]],
    [{ status: 'unreviewed' }, [food, paper]],
    [{ group: 'g-safety' }, [gear, fires, paper]],
    [{ q: '食品生产' }, [food]],
    [{ q: '%' }, []],
    [{ month: '13', source: 'nobody', page: 'x' }, [food, gear, fires, paper]],
  ])('%j', async (query, ids) => {
    expect(await idsOf(query)).toEqual([...ids].sort());
  });

  it('those of the proposal that is shown come first', async () => {
    const { rows, total, pages } = await listLines(clerk, reviewYear, { filter: lineFilter.parse({}), first: [fires] });
    expect([rows[0]?.id, total, pages]).toEqual([fires, 4, 1]);
  });

  it('hold nothing of another district, by id neither', async () => {
    expect(await findLines(clerk, reviewYear, [foreign, food])).toHaveLength(1);
    expect([await loadLine(clerk, foreign), await loadLine(elsewhere, food)]).toEqual([null, null]);
    expect(await loadAct(elsewhere, reviewYear, { action: 'trim', lineIds: [food] })).toBeNull();
    expect((await listLines(elsewhere, reviewYear, { filter: lineFilter.parse({}), first: [] })).rows.map(({ id }) => id)).toEqual([
      foreign,
    ]);
    expect((await loadHistory(elsewhere, reviewYear, 1)).total).toBe(0);
  });
});

describe('the head of the desk, a line and the load of months', () => {
  it('counts what was declared and planned', async () => {
    const desk = await loadDesk(clerk, reviewYear);
    expect(desk).toMatchObject({ declared: 2, unreviewedAgencies: 2, nextVersion: 1, undoable: 1, returned: [] });
    expect(desk.figures).toMatchObject({ declaredLines: 4, declaredVisits: 46, plannedEntries: 3, plannedVisits: 43, joints: 1 });
    expect(desk.missing).not.toContain('区市场监管局');
    expect(desk.steps.map(({ id, lead, lines }) => ({ id, lead, lines }))).toEqual([{ id: joint, lead: '区市场监管局', lines: 2 }]);
  });

  it('a joint entry counts once, for its lead, over its months; what enters nobody counts not', async () => {
    const { rows, months, total, provisional } = await loadHeat(clerk, reviewYear);
    const visits = Object.fromEntries(
      rows.map(({ agency, cells }) => [agency, cells.filter((cell) => cell.visits > 0).map((cell) => [cell.month, cell.visits])]),
    );
    expect(visits).toEqual({
      [amr]: [
        [3, 30],
        [9, 7],
        [10, 6],
      ],
      [fire]: [],
    });
    expect([total, months[2]?.visits, provisional]).toEqual([43, 30, true]);
  });

  it('a line shows what else stands in its joint, and its steps', async () => {
    const line = await loadLine(clerk, gear);
    expect(line).toMatchObject({ outcome: 'merged', joined: [{ id: fires }], said: '4 家' });
    expect(line?.steps.map(({ action, by }) => [action, by])).toEqual([['merge', '罗琳']]);
  });

  it('asks before lines of different groups are merged', async () => {
    const apart = await loadAct(clerk, reviewYear, { action: 'merge', lineIds: [food, fires] });
    const related = await loadAct(clerk, reviewYear, { action: 'merge', lineIds: [gear, fires] });
    expect([apart?.objections.length, related?.objections]).toEqual([1, []]);
  });
});

describe('the buttons', () => {
  it('refuse everybody but the office, and change nothing', async () => {
    for (const username of ['shenleyu', 'zengli', 'hechen', 'dengsiyuan', 'tangminghui']) {
      const { secret } = await signIn(username);
      const before = await readState();
      const taken = await press(takeStepAction, { secret }, { year: String(reviewYear), action: 'keep', line: [food] });
      const undone = await press(undoStepAction, { secret }, { step: joint });
      for (const { state } of [taken, undone]) expect(state?.say).toBe('您的岗位不能办理这一项。');
      expect(await readState()).toEqual(before);
    }
  });

  it('take a step with what the form sent and go back to the desk; nowhere else', async () => {
    const { secret } = await signIn('luolin');
    const sent = { year: String(reviewYear), line: [food] };
    const back = `/review/${reviewYear}?month=3`;
    const moved = await press(takeStepAction, { secret }, { ...sent, action: 'move', months: ['3', '4'], reason: '', back });
    expect(moved.to).toBe(back);
    expect(await readLine(food)).toMatchObject({ outcome: 'kept', months: [3, 4], reason: '' });
    const away = await press(takeStepAction, { secret }, { ...sent, action: 'reopen', back: 'https://example.org/' });
    expect([away.to, away.state?.say]).toEqual([null, null]);
    const wrong = await press(takeStepAction, { secret }, { ...sent, action: 'drop', reason: ' ' });
    expect(wrong.state?.errors).toEqual({ reason: [expect.any(String)] });
    const none = await press(takeStepAction, { secret }, { year: String(reviewYear), action: 'keep' });
    expect(none.state?.errors).toEqual({ line: ['请先选择申报行'] });
  });
});

describe('the file of lines', () => {
  const download = async (username: string, query = '') => {
    const { secret } = await signIn(username);
    const request = new Request(`http://localhost:3000/review/${reviewYear}/lines.xlsx${query}`);
    return (await inRequest({ secret }, () => answerLinesFile(request, String(reviewYear)))).result;
  };

  it('holds the filtered lines, and each copy taken is recorded', async () => {
    const answer = await download('luolin', `?agency=${fire}`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(3);
    expect(sheet?.getRow(1).getCell(1).value).toBe('单位');
    const [record] = await asOwner<{ detail: object }>(
      `SELECT detail FROM audit_record WHERE event = 'review.linesExported' ORDER BY at DESC LIMIT 1`,
    );
    expect(record?.detail).toEqual({ year: reviewYear, conditions: { agency: fire }, lines: 2 });
  });

  it('is not there for an agency', async () => {
    await expect(download('shenleyu')).rejects.toMatchObject({ digest: expect.stringContaining('404') });
  });

  it.each(['=1+1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', '\t=1'])('no cell is a formula: %j', (text) => {
    expect(escapeCell(text)).toBe(`'${text}`);
  });

  it('other cells stay as they are', () => {
    expect([escapeCell('1、9 月'), escapeCell(-3), escapeCell('')]).toEqual(['1、9 月', -3, '']);
  });
});
