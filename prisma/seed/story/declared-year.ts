import { yearOf } from '#domain/calendar/local-day.ts';
import { type DeclaredState, foldSteps, type ReviewAction, type ReviewStep, type StepChange } from '#domain/plan/review-step.ts';
import { type DeclarationStatus, insertDeclaration } from '../builders/declaration.ts';
import { newId, userIdOf } from '../builders/ids.ts';
import { type Connection, insertRows } from '../builders/rows.ts';
import { readDeclaredSheets } from './declared-sheets.ts';
import { at, type Story, workingDayBefore } from './story.ts';

/** How far each agency has come with next year; one that is not named has sent its declaration to the office. `null`: not begun. */
const progress: Readonly<Record<string, DeclarationStatus | null>> = {
  '431103-culture': 'submitted',
  '431103-transport': 'returned',
  '431103-tax': 'draft',
  '431103-dev-reform': null,
  '431103-statistics': null,
};

type Cue = { readonly matter: string; readonly action: ReviewAction; readonly change: StepChange };

/** What the office's clerk has done so far. */
const cues: readonly Cue[] = [
  { matter: 'amr-003', action: 'keep', change: {} },
  { matter: 'emergency-002', action: 'keep', change: {} },
  { matter: 'housing-003', action: 'trim', change: { count: 12, reason: '节后复工以自查承诺为主，抽查 12 家' } },
  { matter: 'transport-003', action: 'return', change: { reason: '请写明货物集散地名单，并说明为什么集中在 6 月' } },
  { matter: 'urban-mgmt-003', action: 'drop', change: { reason: '附属绿地由养护台账核对，不入企' } },
];

const clerks: Readonly<Record<string, string>> = { '431103': 'luolin', '511724': 'jiangxinlan' };

type Line = { readonly id: string; readonly matter: string; readonly declarationId: string };

async function declare(db: Connection, story: Story, year: number): Promise<Line[]> {
  const begun = at(workingDayBefore(story.calendar, story.today, 9), '09:30');
  const lines: Line[] = [];
  for (const [agencyCode, declared] of readDeclaredSheets(story, year)) {
    const status = progress[agencyCode] === undefined ? 'approved' : progress[agencyCode];
    if (status === null) continue;
    const draft = { districtCode: story.districtCode, agencyCode, year, status, at: begun, lines: declared };
    const { declarationId, lineIds } = await insertDeclaration(db, draft);
    lines.push(...declared.map(({ matter }, index) => ({ id: lineIds[index] ?? '', matter, declarationId })));
  }
  return lines;
}

/** Stores the clerk's steps in the order taken, and what they make of the lines. */
async function review(db: Connection, story: Story, { lines, year }: { lines: readonly Line[]; year: number }): Promise<void> {
  const byId = userIdOf(story.districtCode, clerks[story.districtCode] ?? '');
  const taken = cues.flatMap((cue) => lines.filter(({ matter }) => matter === cue.matter).map((line) => ({ ...cue, line })));
  const when = (index: number) => at(workingDayBefore(story.calendar, story.today, 1), `14:${String(10 + 7 * index)}`);
  const steps = taken.map(({ action, change, line }, index) => {
    return {
      id: newId(),
      districtCode: story.districtCode,
      year,
      no: index + 1,
      action,
      lineIds: [line.id],
      change,
      at: when(index),
      byId,
    };
  });
  await insertRows(db, 'review_step', steps);
  for (const step of steps) await settle(db, { ...step, takenAt: step.at.getTime() });
  const returned = steps.filter(({ action }) => action === 'return');
  const events = returned.map(({ lineIds, change, at: then }) => {
    const declarationId = lines.find(({ id }) => lineIds.includes(id))?.declarationId;
    return { id: newId(), declarationId, at: then, byId, event: 'returned', note: change.reason };
  });
  await insertRows(db, 'declaration_event', events);
}

async function settle(db: Connection, step: ReviewStep): Promise<void> {
  const { rows } = await db.query<DeclaredState>(
    `SELECT line.id, declared_count AS count, declared_months AS months, declared_form AS form, extract(epoch FROM approved_at)::float8 * 1000 AS "sentAt"
      FROM declaration_line line JOIN declaration ON declaration.id = declaration_id WHERE line.id = ANY ($1)`,
    [step.lineIds],
  );
  for (const declared of rows) {
    const { outcome, count, reason } = foldSteps(declared, [step]);
    await db.query('UPDATE declaration_line SET outcome = $2, count = $3, reason = $4 WHERE id = $1', [
      declared.id,
      outcome,
      count,
      reason,
    ]);
  }
}

/** Next year's declarations as far as they have come: most with the office, one returned, one with its head, some not begun. */
export async function tellDeclarations(db: Connection, story: Story): Promise<void> {
  const year = yearOf(story.today) + 1;
  await review(db, story, { lines: await declare(db, story, year), year });
}
