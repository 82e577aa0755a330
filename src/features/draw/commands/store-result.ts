import 'server-only';
import type { Missing } from '#domain/draw/assigning.ts';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';

/** What came of a computation: the result's bytes with their hashes, or what inspectors lack. */
export type Computation = { readonly draw: string; readonly by: string | null } & (
  | { readonly kind: 'result'; readonly seed: string; readonly result: string; readonly resultHash: string }
  | { readonly kind: 'infeasible'; readonly missing: readonly Missing[] }
);

const toOffice = (draw: LockedDraw, text: string) => [
  { to: { roles: ['officeClerk' as const, 'officeDirector' as const] }, text, href: `/drawing/${draw.id}` },
  { to: { roles: ['agencyFiler' as const], agencyCodes: [draw.agencyCode] }, text, href: `/drawing/${draw.id}` },
];

/** Stores the one result of a draw; a draw that has one keeps it, whoever computed again. */
export async function storeResult(context: Command<SystemScope>, computed: Computation): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: computed.draw });
  if (draw?.status !== 'revealed') return stale('这次抽取已有结果。');
  if (computed.kind === 'infeasible') {
    const text = `${draw.no}没有抽成：执法人员不够派。请主任作废，补足人员后重新抽取`;
    record('draw.failed', draw.id, { missing: computed.missing, poolHash: draw.poolHash, notices: toOffice(draw, text) });
    return ok(null);
  }
  const { seed, result, resultHash, by } = computed;
  const { count } = await tx.draw.updateMany({ where: { id: draw.id, status: 'revealed' }, data: { status: 'drawn', drawnAt: now } });
  if (count === 0) return stale('这次抽取已有结果。');
  await tx.drawResult.create({ data: { drawId: draw.id, seed, result, resultHash, drawnAt: now, drawnById: by } });
  const notices = toOffice(draw, `${draw.no}已抽取，等办公室公布`);
  record('draw.drawn', draw.id, { poolHash: draw.poolHash, seed, resultHash, notices });
  return ok(null);
}
