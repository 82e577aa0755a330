import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { AdminScope } from '#platform/scope.ts';
import { sayCheck } from './labels.ts';
import { chainOf } from './queries.ts';

/** What a check of a chain found: how long it is, and the first record that does not fit, or null. */
type ChainCheck = { readonly length: number; readonly broken: number | null };

/** Recomputes a year's chain from its first record to its head. That it was checked is an event itself. */
export async function checkChain(
  { tx, scope, record }: Command<AdminScope>,
  { year }: { year: number },
): Promise<Outcome<{ say: string }>> {
  const chain = chainOf(scope, year);
  const [found] = await tx.$queryRaw<ChainCheck[]>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM audit_record WHERE chain = ${chain}) AS length, audit_verify(${chain}) AS broken`);
  const check = found ?? { length: 0, broken: null };
  record('audit.checked', chain, check);
  return ok({ say: sayCheck(check, year) });
}
