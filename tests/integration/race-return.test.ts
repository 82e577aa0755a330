import { expect, it } from 'vitest';
import { changeLine } from '#features/declaration/commands/keep-line.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { lineOf, ownLine, readDeclaration, readLines, sendOn } from '#support/declarations.ts';
import { expectOneOf } from '#support/filings.ts';
import { act, agencyOf, officeOf } from '#support/people.ts';
import { take } from '#support/review.ts';

const [office, filer, head] = await Promise.all([officeOf('luolin'), agencyOf('shenleyu'), agencyOf('zengli')]);

it('of taking a return back and mending what was returned one is done, whichever comes first', async () => {
  for (let round = 0; round < 25; round++) {
    const declaration = await sendOn(filer, head, 5);
    const { year } = await readDeclaration(declaration);
    const line = await lineOf(declaration);
    const step = await take(office, { year, action: 'return', lineIds: [line], change: { reason: '数量与上年不符' } });
    const mend = () => act(filer, changeLine, { line, ...ownLine(filer, { count: '7' }) });
    const undo = () => act(office, undoStep, { step });
    await expectOneOf(round % 2 === 0 ? [undo(), mend()] : [mend(), undo()]);
    const [{ status }, [stored]] = await Promise.all([readDeclaration(declaration), readLines(declaration)]);
    expect([
      ['approved', 5],
      ['returned', 7],
    ]).toContainEqual([status, stored?.declared_count]);
  }
}, 60_000);
