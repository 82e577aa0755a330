import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { addLine } from '#features/declaration/commands/keep-line.ts';
import { approveDeclaration, submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import { blankFields } from '#features/declaration/schema/line-fields.ts';
import type { LineFields } from '#features/declaration/schema/line-form.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';
import { declare } from './review.ts';
import { readOne } from './rows.ts';

const { now } = await readOne<{ now: Date }>('SELECT now() AS now');

/** The year that is declared now: the next one. */
export const planYear = yearOf(dayOf(now)) + 1;

/** A line's form that nothing speaks against, but for what `change` makes of it. */
export function lineForm(change: Partial<LineFields> = {}): LineFields {
  return { ...blankFields(), matter: 'amr-001', poolLabel: '园区企业', inPark: 'yes', count: '5', months: ['9'], ...change };
}

/** The same of the agency's own first matter. */
export function ownLine({ agencyCode }: AgencyScope, change: Partial<LineFields> = {}): LineFields {
  return lineForm({ matter: `${agencyCode.slice(7)}-001`, ...change });
}

let year = 2040;

/** An empty draft of a year of its own, so that a test may have as many as it wants. */
export async function draft({ agencyCode }: AgencyScope, kind: 'annual' | 'special' = 'annual'): Promise<string> {
  year += 1;
  return (await declare(agencyCode, [], { year, kind, status: 'draft' })).declarationId;
}

/** A draft with a line of each number of enterprises. */
export async function fillIn(filer: AgencyScope, ...counts: number[]): Promise<string> {
  const declaration = await draft(filer);
  for (const count of counts) await succeed(filer, addLine, { declaration, ...ownLine(filer, { count: String(count) }) });
  return declaration;
}

/** The same, sent to the head. */
export async function send(filer: AgencyScope, ...counts: number[]): Promise<string> {
  const declaration = await fillIn(filer, ...counts);
  await succeed(filer, submitDeclaration, { declaration });
  return declaration;
}

/** What the head's page sends with its button: the declaration as it was last sent in. */
export async function seen(declaration: string): Promise<{ declaration: string; submittedAt: string }> {
  const { submitted_at: at } = await readOne<{ submitted_at: Date | null }>('SELECT submitted_at FROM declaration WHERE id = $1', [
    declaration,
  ]);
  return { declaration, submittedAt: (at ?? now).toISOString() };
}

/** The same, approved. */
export async function sendOn(filer: AgencyScope, head: AgencyScope, ...counts: number[]): Promise<string> {
  const declaration = await send(filer, ...counts);
  await succeed(head, approveDeclaration, await seen(declaration));
  return declaration;
}

type LineRow = {
  id: string;
  year: number;
  declared_count: number;
  count: number;
  months: number[];
  outcome: string;
  pool_size: number;
  ordinal: number;
  basis: string;
};

/** A declaration's lines in order. */
export function readLines(declaration: string): Promise<LineRow[]> {
  return asOwner<LineRow>('SELECT * FROM declaration_line WHERE declaration_id = $1 ORDER BY ordinal', [declaration]);
}

/** The n-th line's id. */
export async function lineOf(declaration: string, nth = 0): Promise<string> {
  const line = (await readLines(declaration))[nth];
  if (!line) throw new Error(`no line ${nth + 1}`);
  return line.id;
}

export function readDeclaration(id: string) {
  return readOne<{ status: string; no: number; year: number; kind: string; approval_document: string; approved_at: Date | null }>(
    'SELECT * FROM declaration WHERE id = $1',
    [id],
  );
}

/** What stands in a declaration's own history, oldest first. */
export async function readHistory(id: string): Promise<string[]> {
  const rows = await asOwner<{ words: string }>(
    `SELECT concat_ws(' ', username, event, nullif(note, '')) AS words FROM declaration_event JOIN user_account ON user_account.id = by_id
    WHERE declaration_id = $1 ORDER BY at, declaration_event.id`,
    [id],
  );
  return rows.map(({ words }) => words);
}
