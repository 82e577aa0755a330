import pg from 'pg';
import type { DeclaredLine } from '#domain/declaration/line.ts';
import { type TakeStep, takeStep } from '#features/review/commands/take-step.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type DeclarationDraft, declareLine, type InsertedDeclaration, insertDeclaration } from '#seed/builders/declaration.ts';
import type { Journey } from '#seed/story.data.ts';
import { useDatabase } from './database.ts';
import { officeOf, succeed } from './people.ts';
import { readOne } from './rows.ts';

/** A year that the story tells nothing about. */
export const reviewYear = 2031;

/** Puts a declaration of that year before the office. */
export async function declare(
  agencyCode: string,
  lines: readonly DeclaredLine[],
  other: Partial<DeclarationDraft> = {},
): Promise<InsertedDeclaration> {
  const client = new pg.Client({ connectionString: useDatabase().ownerUrl });
  await client.connect();
  try {
    return await insertDeclaration(client, {
      districtCode: agencyCode.slice(0, 6),
      agencyCode,
      year: reviewYear,
      at: new Date(Date.now() - 864_000_000),
      lines,
      ...other,
    });
  } finally {
    await client.end();
  }
}

let declared = 0;

/** So many enterprises of one line's own, before the office: the line's id. */
export async function declareOne(agencyCode: string, matter: string, other: Partial<DeclaredLine> = {}): Promise<string> {
  declared += 1;
  const { lineIds } = await declare(agencyCode, [declareLine(matter, other)], { no: 100 + declared });
  return lineIds[0] ?? '';
}

type Taken = Pick<TakeStep, 'action' | 'lineIds'> & Partial<TakeStep>;

/** A step of that year as the office would take it. */
export const stepOf = (taken: Taken): TakeStep => ({ year: reviewYear, change: {}, ...taken });

/** A step that has to succeed: its id. */
export async function take(office: OfficeScope, step: Taken): Promise<string> {
  return (await succeed(office, takeStep, stepOf(step))).id;
}

/** What the office has made of a line. */
export function readLine(id: string) {
  return readOne<{
    outcome: string;
    count: number;
    months: number[];
    form: string;
    reason: string;
    joint_id: string | null;
    entry_no: string | null;
  }>('SELECT outcome, count, months, form, reason, joint_id, entry_no FROM declaration_line WHERE id = $1', [id]);
}

/** A line that waits before 冷水滩's office, and a step that it could undo. */
export async function makeReview({ agency, matter }: Journey): Promise<{ reviewLine: string; reviewStep: string }> {
  const [reviewLine, kept] = [await declareOne(agency, matter), await declareOne(agency, matter)];
  return { reviewLine, reviewStep: await take(await officeOf('luolin'), { action: 'keep', lineIds: [kept] }) };
}
