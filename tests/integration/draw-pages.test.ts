import { describe, expect, it } from 'vitest';
import { publishDraw } from '#features/draw/commands/publish-draw.ts';
import { replaceTarget } from '#features/draw/commands/replace-target.ts';
import { listDrawChoices, listPublicDraws } from '#features/draw-record/queries/list-public-draws.ts';
import { loadPublicDraw } from '#features/draw-record/queries/load-public-draw.ts';
import { drawListQuery } from '#features/draw-record/schema.ts';
import { figuresOf } from '#features/draw-record/ui/draw-figures.ts';
import { outcomeRows } from '#features/draw-record/ui/outcome-rows.ts';
import { newId } from '#platform/entropy.ts';
import { publicScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import { castOf, drawn, frozen, prepared, readDraw } from '#support/draw-lives.ts';
import { succeed } from '#support/people.ts';
import { readOne } from '#support/rows.ts';

const cast = await castOf();
const everybody = publicScope({ type: 'public' });
const yearOf = (no: string | null) => Number(/〔(\d{4})〕/.exec(no ?? '')?.[1]);

/** A draw as everybody sees it, by its id. */
async function see(id: string) {
  const { no, serial } = await readDraw(id);
  return loadPublicDraw(everybody, { district: '431103', no: { year: yearOf(no), serial } });
}

async function seen(id: string) {
  const view = await see(id);
  if (!view) throw new Error(`${id} is not public`);
  return view;
}

/** Numbers of all draws that the list shows, page by page. */
async function listAll(query: object): Promise<{ nos: string[]; found: number }> {
  const nos: string[] = [];
  for (let page = 1; ; page++) {
    const { rows, found, pages } = await listPublicDraws(everybody, drawListQuery.parse({ ...query, page }));
    nos.push(...rows.map(({ no }) => no));
    if (page >= pages) return { nos, found };
  }
}

describe('before anything is frozen', () => {
  it('nobody finds the draw, and no filter shows it', async () => {
    const made = await prepared(cast);
    expect((await readDraw(made.draw)).no).toBeNull();
    const { count } = await readOne<{ count: number }>(`SELECT count(*)::int AS count FROM draw WHERE status <> 'prepared'`);
    const all = await listAll({ status: 'prepared' });
    expect([all.found, all.nos.length, all.nos.includes('')]).toEqual([count, count, false]);
  });
});

const { draw: frozenDraw, entry } = await frozen(cast);
await asOwner(
  `INSERT INTO draw_objection (id, draw_id, no, enterprise_id, text, contact_name, contact_phone, raised_at)
  SELECT $2, $1, 1, id, '不在本区经营', '不公开的人', '13900001111', now() FROM enterprise WHERE district_code = '431103' AND uscc = $3`,
  [frozenDraw, newId(), entry.codes[0]],
);

describe('once it is frozen', () => {
  it('everybody sees the pool, its hash, who is left out, and what the page says of them', async () => {
    const view = await seen(frozenDraw);
    expect(view.draw.record).toMatchObject({ subjects: entry.codes.length, poolHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(view.shape?.head.parties).toEqual([cast.office.agencyCode, cast.filer.agencyCode, cast.witness.agencyCode]);
    const sizes = view.shape?.groups.filter(({ by }) => by === 'size') ?? [];
    expect(sizes.reduce((sum, { candidates }) => sum + candidates, 0)).toBe(entry.codes.length);
    expect(figuresOf(view).map(({ label, base }) => [label, base])).toContainEqual(['异议期', '收到 1 件，待答复 1 件']);
    expect(view.result).toBeNull();
  });

  it('an objection is shown with its text; who raised it never leaves', async () => {
    const view = await seen(frozenDraw);
    expect(view.draw.objections).toMatchObject([{ no: 1, text: '不在本区经营', upheld: null }]);
    const { name } = await readOne<{ name: string }>(`SELECT name FROM enterprise WHERE district_code = '431103' AND uscc = $1`, [
      entry.codes[0],
    ]);
    const words = JSON.stringify(view);
    expect(['不公开的人', '13900001111', name, 'contact'].filter((word) => words.includes(word))).toEqual([]);
  });

  it('is not found in the other district, nor under a number that nobody has', async () => {
    const { no, serial } = await readDraw(frozenDraw);
    const year = yearOf(no);
    for (const [district, number] of [
      ['511724', serial],
      ['431103', 999_999],
      ['000000', serial],
    ] as const) {
      const found = await loadPublicDraw(everybody, { district, no: { year, serial: number } });
      expect(found?.draw.id === frozenDraw ? found : null).toBeNull();
    }
    expect(await loadPublicDraw(everybody, { district: '431103', no: { year, serial: 999_999 } })).toBeNull();
  });
});

const { draw } = await drawn(cast, { quota: 5 });

describe('the result', () => {
  it('is nobody’s before it is published, though its hash stands', async () => {
    const view = await seen(draw);
    expect([view.result, view.draw.outcomes, view.names.officers]).toEqual([null, [], {}]);
    expect(view.shape?.groups.every((group) => group.drawn === 0)).toBe(true);
    expect(view.draw.result?.resultHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names enterprises and inspectors in order once published, and whoever was replaced with the reason', async () => {
    await succeed(cast.office, publishDraw, { draw });
    const { id: outcome } = await readOne<{ id: string }>('SELECT id FROM draw_outcome WHERE draw_id = $1 AND position = 2', [draw]);
    await succeed(cast.office, replaceTarget, { outcome, reason: 'closed', note: '已停业' });
    const view = await seen(draw);
    const [entry] = view.draw.entries;
    if (!entry) throw new Error('a draw without an entry');
    const rows = outcomeRows(view, entry);
    expect(rows.map(({ position, isNext, replaced }) => [position, isNext, replaced?.replacedReason ?? null])).toEqual([
      ...[1, 2, 3, 4, 5].map((position) => [position, false, position === 2 ? 'closed' : null]),
      [6, true, null],
    ]);
    expect(rows.slice(0, 5).map(({ uscc, key }) => [uscc, key])).toEqual(view.result?.outcomes[0]?.targets.map(({ id, key }) => [id, key]));
    expect(rows.every(({ officers, name }) => officers.length >= 2 && officers.every((one) => one.agency !== '') && name !== '')).toBe(
      true,
    );
    expect(view.shape?.groups.filter(({ by }) => by === 'size').reduce((sum, group) => sum + group.drawn, 0)).toBe(5);
  });
});

describe('for ever', () => {
  it('a void draw is shown with its failed round, who withheld, who made it void and why', async () => {
    const { rows } = await listPublicDraws(everybody, drawListQuery.parse({ district: '431103', status: 'void' }));
    const [row] = rows.filter(({ isComputable }) => isComputable).slice(-1);
    const view = await loadPublicDraw(everybody, { district: '431103', no: { year: row?.year ?? 0, serial: row?.serial ?? 0 } });
    expect(view?.draw).toMatchObject({ status: 'void', voidReason: 'withheld', voidedBy: { name: expect.any(String) } });
    const [round] = view?.draw.rounds ?? [];
    expect([round?.failedAt !== null, round?.parties.filter(({ withheldAt }) => withheldAt !== null).length]).toEqual([true, 1]);
  });

  it('a result of before the protocol says what is known of it and nothing more', async () => {
    const { rows } = await listPublicDraws(everybody, drawListQuery.parse({ district: '511724', year: '2026' }));
    const row = rows.find(({ isComputable }) => !isComputable);
    const view = await loadPublicDraw(everybody, { district: '511724', no: { year: row?.year ?? 0, serial: row?.serial ?? 0 } });
    expect([view?.shape, view?.result, view?.draw.record]).toEqual([null, null, null]);
    expect(view && figuresOf(view).map(({ label }) => label)).toEqual(['抽取企业']);
    expect(view?.draw.outcomes.length).toBe(row?.sample);
  });
});

describe('the list', () => {
  it('filters by district, agency, status and year, and forgets what it does not understand', async () => {
    const { agencies, years } = await listDrawChoices(everybody);
    expect([years.includes(2026), agencies.some(({ code }) => code === cast.filer.agencyCode)]).toEqual([true, true]);
    const all = await listAll({ district: 'x', status: 'nonsense', year: 'then' });
    const parts = [await listAll({ district: '431103' }), await listAll({ district: '511724' })];
    expect(parts.flatMap(({ nos }) => nos).sort()).toEqual([...all.nos].sort());
    expect(new Set(all.nos).size).toBe(all.found);
    const own = await listPublicDraws(everybody, drawListQuery.parse({ agency: cast.filer.agencyCode, status: 'published', year: '2026' }));
    expect([...new Set(own.rows.map(({ agency, status, year }) => `${agency} ${status} ${year}`))]).toEqual([
      `${cast.filer.agencyCode} published 2026`,
    ]);
  });
});
