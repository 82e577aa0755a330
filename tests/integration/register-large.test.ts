import { expect, it } from 'vitest';
import { importRegister } from '#features/register/commands/import-register.ts';
import { undoImport } from '#features/register/commands/undo-import.ts';
import { asOwner } from '#support/api.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { type Cells, enterpriseOf, registerBook, usccOf } from '#support/register-books.ts';
import { readEnterprise, readImport, uploadAndRead } from '#support/registers.ts';
import { readOne } from '#support/rows.ts';

const office = await officeOf('luolin');
const known = await asOwner<{ name: string; uscc: string; territory: string; industry: string; risk: string; address: string }>(
  `SELECT enterprise.name, uscc, territory.name AS territory, industry, risk::text AS risk, address FROM enterprise
  JOIN territory ON territory.code = territory_code WHERE enterprise.district_code = '431103' ORDER BY uscc LIMIT 400`,
);
const wide = (text: string) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const of = (
  { name, uscc, territory, industry, risk, address }: (typeof known)[number],
  change: Partial<Record<number, string>> = {},
): Cells => [name, uscc, territory, industry, null, risk, address, null, null, null].map((cell, index) => change[index] ?? cell);

/** What each block of the sheet is to become; every row belongs to one. */
const blocks: readonly { readonly fate: string; readonly rows: readonly Cells[] }[] = [
  { fate: 'added', rows: Array.from({ length: 4_200 }, (_, nth) => enterpriseOf(nth + 1)) },
  { fate: 'added', rows: Array.from({ length: 300 }, (_, nth) => enterpriseOf(5_000 + nth, { 1: ` ${wide(usccOf(5_000 + nth))}\u00a0` })) },
  { fate: 'unchanged', rows: known.slice(0, 200).map((each) => of(each)) },
  { fate: 'changed', rows: known.slice(200, 400).map((each) => of(each, { 6: `${each.address}二楼` })) },
  { fate: 'repeated', rows: Array.from({ length: 150 }, (_, nth) => enterpriseOf(nth + 1, { 6: '另一个地址' })) },
  {
    fate: 'refused',
    rows: Array.from({ length: 100 }, (_, nth) =>
      enterpriseOf(6_000 + nth, { 1: `${usccOf(6_000 + nth).slice(0, 17)}${usccOf(6_000 + nth).endsWith('0') ? '1' : '0'}` }),
    ),
  },
  { fate: 'refused', rows: Array.from({ length: 100 }, (_, nth) => enterpriseOf(6_200 + nth, { 2: '不存在的街道' })) },
  { fate: 'refused', rows: Array.from({ length: 100 }, (_, nth) => enterpriseOf(6_400 + nth, { 3: null })) },
  { fate: 'refused', rows: Array.from({ length: 50 }, () => [null, null, null, null, null, null, '只有地址', null, null, null]) },
  { fate: 'sameName', rows: known.slice(0, 100).map(({ name }, nth) => enterpriseOf(7_000 + nth, { 0: name })) },
];
const rows = blocks.flatMap((block) => block.rows);
const expected = blocks.flatMap((block) => block.rows.map(() => block.fate));

it('a register of thousands of rows: every row has its fate, and the whole batch goes in and out again', async () => {
  const before = await readOne<{ sum: string }>("SELECT md5(string_agg(enterprise::text, '' ORDER BY id)) AS sum FROM enterprise");
  const bytes = await registerBook(rows, undefined, [['冷水滩区企业名录（2026 年 11 月）']]);
  const began = performance.now();
  const id = await uploadAndRead(office, '企业名录.xlsx', bytes);
  const read = performance.now();
  const { tally, rows: stored } = await readImport(id);
  expect(stored.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 3));
  expect(stored.map(({ fate }) => fate)).toEqual(expected);
  expect(tally).toMatchObject({ added: 4_500, unchanged: 200, changed: 200, repeated: 150, refused: 350, sameName: 100, headingRow: 2 });
  const imported = performance.now();
  expect(await succeed(office, importRegister, { import: id })).toEqual({ written: 4_800 });
  const done = performance.now();
  expect(await readEnterprise(usccOf(5_003))).toMatchObject({
    name: '永州市新办第5003号商贸有限公司',
    initials: expect.stringMatching(/^yzs/),
  });
  const again = await uploadAndRead(office, '企业名录.xlsx', bytes);
  expect((await readImport(again)).tally).toMatchObject({
    added: 0,
    changed: 0,
    sameName: 0,
    unchanged: 5_000,
    repeated: 150,
    refused: 350,
  });
  expect(await act(office, importRegister, { import: again })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  const undone = performance.now();
  await succeed(office, undoImport, { import: id });
  const end = performance.now();
  expect(await readOne("SELECT md5(string_agg(enterprise::text, '' ORDER BY id)) AS sum FROM enterprise")).toEqual(before);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.info(
    `${rows.length} rows: read ${seconds(began, read)}, imported ${seconds(imported, done)}, taken back ${seconds(undone, end)}`,
  );
}, 60_000);
