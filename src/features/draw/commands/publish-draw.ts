import 'server-only';
import type { DrawResult } from '#domain/draw/record.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { DrawId } from '../schema.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';

/** One target with its place and its inspectors, as rows are made of it. */
export type Target = {
  readonly entryId: string;
  readonly position: number;
  readonly uscc: string;
  readonly officers: readonly string[];
};

type Registers = {
  readonly firms: { uscc: string; id: string }[];
  readonly inspectors: { credential: string; id: string; user: string | null }[];
};

async function findRegisters(tx: Tx, districtCode: string, targets: readonly Target[]): Promise<Registers> {
  const codes = [...new Set(targets.map(({ uscc }) => uscc))];
  const credentials = [...new Set(targets.flatMap(({ officers }) => officers))];
  const [row] = await tx.$queryRaw<Registers[]>(Prisma.sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('uscc', uscc, 'id', id)), '[]') FROM enterprise
      WHERE district_code = ${districtCode} AND uscc = ANY (${codes}::text[])) AS firms,
    (SELECT coalesce(json_agg(json_build_object('credential', credential_no, 'id', inspector.id,
      'user', (SELECT account.id FROM user_account account WHERE account.inspector_id = inspector.id AND disabled_at IS NULL LIMIT 1))), '[]')
      FROM inspector WHERE credential_no = ANY (${credentials}::text[])) AS inspectors`);
  return row ?? { firms: [], inspectors: [] };
}

function idIn(known: ReadonlyMap<string, string>, code: string): string {
  const id = known.get(code);
  if (id === undefined) throw new Error(`${code} was drawn and is in no register`);
  return id;
}

/** Writes targets with their inspectors as rows; gives the accounts of the inspectors. */
export async function storeTargets(tx: Tx, draw: LockedDraw, targets: readonly Target[]): Promise<string[]> {
  const registers = await findRegisters(tx, draw.districtCode, targets);
  const firms = new Map(registers.firms.map(({ uscc, id }) => [uscc, id]));
  const people = new Map(registers.inspectors.map(({ credential, id }) => [credential, id]));
  const rows = targets.map((target) => ({ ...target, id: newId() }));
  await tx.drawOutcome.createMany({
    data: rows.map(({ id, entryId, position, uscc }) => {
      return { id, drawId: draw.id, planEntryId: entryId, enterpriseId: idIn(firms, uscc), position };
    }),
  });
  await tx.drawAssignment.createMany({
    data: rows.flatMap(({ id, officers }) =>
      officers.map((officer, at) => ({ outcomeId: id, inspectorId: idIn(people, officer), position: at + 1 })),
    ),
  });
  return registers.inspectors.flatMap(({ user }) => user ?? []);
}

/** What was drawn, entry by entry: outcomes stand in the order of the record, as the rows of the entries do. */
function targetsOf({ entries }: LockedDraw, { outcomes }: DrawResult): Target[] {
  return outcomes.flatMap(({ targets }, at) =>
    targets.map(({ id, officers }, index) => ({ entryId: entries[at]?.id ?? '', position: index + 1, uscc: id, officers })),
  );
}

function noticesOf(draw: LockedDraw, targets: readonly Target[], userIds: readonly string[]): Notice[] {
  const agencyCodes = [...new Set(draw.entries.map(({ agency }) => agency))];
  const text = `${draw.no}已公布：${targets.length} 家`;
  const href = `/draws/${draw.districtCode}/${draw.year}-${draw.serial}`;
  return [
    { to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes }, text: `${text}，可以按结果备案`, href },
    { to: { roles: ['officeClerk', 'officeDirector', 'witness'] }, text, href },
    { to: { userIds }, text: `您被抽中参加${draw.no}的检查`, href },
  ];
}

/** Publishes what was drawn: outcomes and inspectors become rows that filings are judged by, and everybody named is told. */
export async function publishDraw({ tx, scope, now, record }: Command<OfficeScope>, input: DrawId): Promise<Outcome<{ draw: string }>> {
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (!draw) return notFound();
  if (draw.status !== 'drawn') return stale(draw.status === 'published' ? '结果已经公布。' : '还没有抽取，不能公布。');
  const stored = await tx.drawResult.findUniqueOrThrow({ where: { drawId: draw.id } });
  const { count } = await tx.draw.updateMany({
    where: { id: draw.id, districtCode: scope.districtCode, status: 'drawn' },
    data: { status: 'published', publishedAt: now, publishedById: scope.actor.id },
  });
  if (count === 0) return stale('结果已经公布。');
  const targets = targetsOf(draw, JSON.parse(stored.result) as DrawResult);
  const users = await storeTargets(tx, draw, targets);
  const { seed, resultHash } = stored;
  record('draw.published', draw.id, {
    ...{ no: draw.no, poolHash: draw.poolHash, seed, resultHash, targets: targets.length },
    notices: noticesOf(draw, targets, users),
  });
  return ok({ draw: draw.id });
}
