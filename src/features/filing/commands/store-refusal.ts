import 'server-only';
import { groundsOf, type Verdict } from '#domain/law/verdict.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { type Outcome, unlawful } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { EntryRequest } from '../schema.ts';
import { keptRequest } from './filing-row-sql.ts';
import type { Judged } from './judge-request.ts';

type Attempt = { readonly request: EntryRequest; readonly channel: 'form' | 'api' };

/** Keeps a refused attempt with its facts and grounds: its id. */
export async function storeRefusal(
  { tx, scope, record }: Command<AgencyScope, Statements>,
  { gathered, verdict }: Judged,
  sent: Attempt,
): Promise<string> {
  const id = newId();
  const rules = forbiddenRules(verdict);
  await tx.$executeRaw(Prisma.sql`INSERT INTO refusal (id, district_code, agency_code, enterprise_id, channel, request, verdict, rules)
    VALUES (${id}::uuid, ${scope.districtCode}, ${scope.agencyCode}, ${gathered.refs.enterpriseId}::uuid, ${sent.channel}::filing_channel,
      ${JSON.stringify(keptRequest(sent.request))}::jsonb, ${JSON.stringify(verdict)}::jsonb, ${rules})`);
  record('filing.refused', id, { rules, policy: verdict.policy });
  return id;
}

/** The same, and refuses. */
export async function refuse(context: Command<AgencyScope, Statements>, judged: Judged, sent: Attempt): Promise<Outcome<never>> {
  await storeRefusal(context, judged, sent);
  return unlawful(judged.verdict);
}

/** The rules that forbid, for counting refusals per agency and rule. */
export function forbiddenRules(verdict: Verdict): string[] {
  return groundsOf(verdict).flatMap(({ rule, outcome }) => (outcome === 'forbidden' ? [rule] : []));
}
