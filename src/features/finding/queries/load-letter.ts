import 'server-only';
import { type Letter, readLetter } from '#domain/finding/letter.ts';
import { normalisePublicCode } from '#domain/inspection/public-code.ts';
import { db } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';

export type OfficeLine = { readonly name: string; readonly phone: string };

/** What lies behind a letter's code. One whose publication was withdrawn says only that. */
export type LetterView =
  | { readonly state: 'unknown'; readonly offices: readonly OfficeLine[] }
  | { readonly state: 'withdrawn'; readonly at: Date; readonly reason: string; readonly offices: readonly OfficeLine[] }
  | { readonly state: 'issued'; readonly code: string; readonly letter: Letter; readonly hash: string };

async function loadOffices(): Promise<OfficeLine[]> {
  const rows = await db().district.findMany({ orderBy: { code: 'asc' }, select: { officeName: true, officePhone: true } });
  return rows.map(({ officeName, officePhone }) => ({ name: officeName, phone: officePhone }));
}

/** Reads a letter by its code; what cannot be a code is looked up all the same, so that it tells nothing by its speed. */
export async function loadLetter(_scope: PublicScope, text: string): Promise<LetterView> {
  const select = { code: true, body: true, hash: true, withdrawnAt: true, withdrawnReason: true } as const;
  const [found, offices] = await Promise.all([
    db().resultLetter.findUnique({ where: { code: normalisePublicCode(text) ?? '' }, select }),
    loadOffices(),
  ]);
  if (!found) return { state: 'unknown', offices };
  if (found.withdrawnAt) return { state: 'withdrawn', at: found.withdrawnAt, reason: found.withdrawnReason, offices };
  return { state: 'issued', code: found.code, letter: readLetter(found.body), hash: found.hash };
}
