import { expect, it } from 'vitest';
import { addLine } from '#features/declaration/commands/keep-line.ts';
import { approveDeclaration, submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import { loadPublicationDesk } from '#features/plan/queries/load-publication-desk.ts';
import { takeStep } from '#features/review/commands/take-step.ts';
import { listAllLines, listLines } from '#features/review/queries/list-lines.ts';
import { loadDesk } from '#features/review/queries/load-desk.ts';
import { loadLine } from '#features/review/queries/load-line.ts';
import { lineFilter } from '#features/review/schema.ts';
import { db } from '#platform/db.ts';
import { lineOf, ownLine, readDeclaration, seen, sendOn } from '#support/declarations.ts';
import { expectNotFound } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { readLine, take } from '#support/review.ts';

const [office, filer, head] = await Promise.all([officeOf('luolin'), agencyOf('shenleyu'), agencyOf('zengli')]);

it('a line added to a returned declaration is the agency’s alone until it is sent', async () => {
  const declaration = await sendOn(filer, head, 5, 8);
  const { year } = await readDeclaration(declaration);
  const [back, kept] = [await lineOf(declaration, 0), await lineOf(declaration, 1)];
  await take(office, { year, action: 'keep', lineIds: [kept] });
  await take(office, { year, action: 'return', lineIds: [back], change: { reason: '写明对象' } });
  await succeed(filer, addLine, { declaration, ...ownLine(filer, { count: '100' }) });
  const added = await lineOf(declaration, 2);

  const filter = lineFilter.parse({});
  const idsOf = async () => (await listLines(office, year, { filter, first: [] })).rows.map(({ id }) => id).sort();
  const figuresOf = async () => [(await loadDesk(office, year)).figures, (await loadPublicationDesk(office, year)).publication.figures];
  expect(await readLine(added)).toMatchObject({ outcome: 'returned' });
  expect(await idsOf()).toEqual([back, kept].sort());
  expect(await listAllLines(office, year, { filter, access: db() })).toHaveLength(2);
  expect(await loadLine(office, added)).toBeNull();
  for (const figures of await figuresOf()) expect(figures).toMatchObject({ declaredLines: 1, declaredVisits: 8, returnedLines: 1 });
  await expectNotFound(() => act(office, takeStep, { year, action: 'keep', lineIds: [added], change: {} }));

  await succeed(filer, submitDeclaration, { declaration });
  await succeed(head, approveDeclaration, await seen(declaration));
  expect(await idsOf()).toEqual([back, kept, added].sort());
  for (const figures of await figuresOf()) expect(figures).toMatchObject({ declaredLines: 3, declaredVisits: 113, returnedLines: 0 });
});
