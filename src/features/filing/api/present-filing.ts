import { isoOf } from '#domain/calendar/iso.ts';
import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { env } from '#platform/env.ts';
import { presentVerdict } from '#platform/verdict-json.ts';
import type { Settled } from '../commands/settle-judged.ts';
import type { ApiFiling, ApiFilingWithVerdict } from '../queries/load-api-filings.ts';
import { reviveVerdict } from './revive-verdict.ts';

/** Number, code and the address behind the code; all null while the office has yet to decide. */
function presentCode(filingNo: string | null, publicCode: string | null): object {
  const grouped = publicCode && groupPublicCode(publicCode);
  return { filingNo, publicCode: grouped, publicUrl: grouped && new URL(`/c/${grouped}`, env().NEXTAUTH_URL).href };
}

/** The answer to a filing that was accepted. */
export function presentSettled({ id, filingNo, publicCode, status, verdict }: Settled): object {
  return { id, ...presentCode(filingNo, publicCode), status, verdict: presentVerdict(verdict) };
}

/** A filing in a list. */
export function presentFiling({ id, filingNo, publicCode, start, end, filedAt, ...rest }: ApiFiling): object {
  return { id, ...presentCode(filingNo, publicCode), ...rest, start: isoOf(start), end: isoOf(end), filedAt: filedAt && isoOf(filedAt) };
}

/** One filing with the verdict that was given. */
export function presentFilingWithVerdict({ verdict, ...filing }: ApiFilingWithVerdict): object {
  return { ...presentFiling(filing), verdict: verdict && presentVerdict(reviveVerdict(verdict)) };
}
