import { createHash } from 'node:crypto';
import { inviteVisit } from '#features/feedback/commands/invite-visit.ts';
import { linkToken } from '#platform/link-token.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';
import { bringToday } from './visits.ts';

/** Every agency of a filing came and has left, as the phones would have reported. */
export async function leaveVisit(filing: string): Promise<void> {
  await bringToday(filing, { endsIn: -10 });
  await asOwner(
    `UPDATE filing_agency SET checked_in_at = now() - interval '100 minutes', checked_out_at = now() - interval '20 minutes', people_came = 2,
      shown_at = now() - interval '99 minutes' WHERE filing_id = $1`,
    [filing],
  );
  await asOwner(`UPDATE filing SET status = 'left' WHERE id = $1`, [filing]);
}

/** Left, and invited by the office: the token behind the link. */
export async function inviteLeft(office: OfficeScope, filing: string): Promise<string> {
  await leaveVisit(filing);
  await succeed(office, inviteVisit, { filing });
  return linkToken('rate', filing);
}

/** A rating as the form sends it, every question answered. */
export function ratingForm(agency: string, change: Readonly<Record<string, string | readonly string[]>> = {}) {
  const yes = { credentialsShown: 'yes', filingShown: 'yes', codeScanned: 'yes', twoOfficers: 'yes', asFiled: 'yes', withinTime: 'yes' };
  const marks = { overall: 'satisfied', courtesy: '5', guidance: '4', disturbance: 'none' };
  return { district: agency.slice(0, 6), agency, ...yes, ...marks, ...change };
}

/** The cookie of a browser that opened a link. */
export const withToken = (token: string, address = '192.0.2.7') => ({ cookie: `rate=${token}`, address });

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
