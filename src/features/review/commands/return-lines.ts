import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { StepChange } from '#domain/plan/review-step.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { ReviewedLine } from '../queries/gather-lines.ts';

type Sent = { readonly id: string; readonly submittedById: string | null; readonly approvedById: string | null };

/** Locks the lines' declarations as agencies do before they edit one: until the transaction ends they stay as they are. After `lockReview`. */
export async function lockDeclarationsOf(tx: Tx, { districtCode }: OfficeScope, lineIds: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM declaration WHERE district_code = ${districtCode}
    AND id IN (SELECT declaration_id FROM declaration_line WHERE id = ANY (${lineIds}::uuid[])) ORDER BY id FOR UPDATE`);
}

/** What the declarations say, to see later whether the agencies have touched them. */
export async function sealDeclarations(tx: Tx, declarationIds: readonly string[]): Promise<string> {
  const [row] = await tx.$queryRaw<{ seal: string }[]>(Prisma.sql`
    SELECT md5(coalesce(string_agg(concat_ws('|', id, fingerprint, basis, partners_text, remark), ',' ORDER BY id), '')) AS seal
    FROM declaration_line WHERE declaration_id = ANY (${declarationIds}::uuid[])`);
  if (!row) throw new Error('no seal');
  return row.seal;
}

/** A notice to the filer and the head of each declaration, with the text meant for that one. */
function noticesOf(sent: readonly Sent[], say: (declarationId: string) => string): Notice[] {
  return sent.map(({ id, submittedById, approvedById }) => ({
    to: { userIds: [submittedById, approvedById].filter((user) => user !== null) },
    text: say(id),
    href: `/declarations/${id}`,
  }));
}

type Said = { readonly event: string; readonly noteOf: (declarationId: string) => string };

async function storeEvents({ tx, scope, now }: Command<OfficeScope>, ids: readonly string[], { event, noteOf }: Said) {
  await tx.declarationEvent.createMany({
    data: ids.map((declarationId) => ({ id: newId(), declarationId, at: now, byId: scope.actor.id, event, note: noteOf(declarationId) })),
  });
}

const namedMatters = 3;

/** What one declaration's agency is told: its own lines, the first few by name, why, and until when. */
function writeNote(lines: readonly ReviewedLine[], { reason = '', due }: StepChange, now: Date): string {
  const matters = lines.slice(0, namedMatters).map(({ matter }) => matter);
  const more = lines.length > namedMatters ? `等 ${lines.length} 行` : '';
  const by = due === undefined ? '' : `，请于 ${sayDay(due, dayOf(now))} 前报回`;
  return `${matters.join('、')}${more}：${reason}${by}`;
}

async function loadSent({ tx, scope }: Command<OfficeScope>, ids: readonly string[]): Promise<Sent[]> {
  const where = { id: { in: [...ids] }, districtCode: scope.districtCode };
  return tx.declaration.findMany({ where, select: { id: true, submittedById: true, approvedById: true } });
}

/** Sends the lines' declarations back to their agencies, with the reason; gives whom to tell. Null where one has moved on meanwhile. */
export async function returnDeclarations(
  context: Command<OfficeScope>,
  lines: readonly ReviewedLine[],
  change: StepChange,
): Promise<readonly Notice[] | null> {
  const { tx, scope, now } = context;
  const ids = [...new Set(lines.map(({ declarationId }) => declarationId))];
  const where = { id: { in: ids }, districtCode: scope.districtCode, status: { in: ['approved' as const, 'returned' as const] } };
  const { count } = await tx.declaration.updateMany({ where, data: { status: 'returned' } });
  if (count < ids.length) return null;
  const noteOf = (id: string) =>
    writeNote(
      lines.filter(({ declarationId }) => declarationId === id),
      change,
      now,
    );
  await storeEvents(context, ids, { event: 'returned', noteOf });
  return noticesOf(await loadSent(context, ids), (id) => `优化办退回 ${noteOf(id)}`);
}

/** Takes declarations back from the agencies where nothing else of theirs is still returned; gives whom to tell. */
export async function recallDeclarations(context: Command<OfficeScope>, declarationIds: readonly string[]): Promise<readonly Notice[]> {
  const { tx, scope } = context;
  const open = await tx.declarationLine.findMany({
    where: { declarationId: { in: [...declarationIds] }, outcome: 'returned' },
    select: { declarationId: true },
  });
  const done = declarationIds.filter((id) => !open.some(({ declarationId }) => declarationId === id));
  const where = { id: { in: done }, districtCode: scope.districtCode, status: 'returned' as const };
  await tx.declaration.updateMany({ where, data: { status: 'approved' } });
  await storeEvents(context, declarationIds, { event: 'returnUndone', noteOf: () => '' });
  return noticesOf(await loadSent(context, declarationIds), () => '优化办收回了退回，不用再改');
}
