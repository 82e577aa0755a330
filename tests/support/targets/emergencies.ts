import { randomUUID } from 'node:crypto';
import { supplementEmergency } from '#features/emergency/commands/supplement-emergency.ts';
import type { Supplement } from '#features/emergency/schema.ts';
import type { Journey } from '#seed/story.data.ts';
import { asOwner } from '../api.ts';
import { callForm, logCall } from '../emergencies.ts';
import { agencyOf, officeOf, succeed } from '../people.ts';
import { enterpriseId, freeEnterprise } from '../requests.ts';

/** An emergency of the agency whose supplement waits for the head and whose notice for the park, the id of the next call, and a key enterprise to call about. */
export type EmergencyTargets = {
  readonly emergency: string;
  /** When the notice was sent, as its page posts it. */
  readonly noticeSentAt: string;
  readonly nextCall: string;
  readonly keyEnterprise: string;
};

export async function makeEmergencies(story: Journey, filer: string): Promise<EmergencyTargets> {
  const office = await officeOf(story.districtCode === '431103' ? 'luolin' : 'jiangxinlan');
  const call = callForm(story, { enterprise: enterpriseId(story, freeEnterprise(story, 8)) });
  const { filing: emergency } = await logCall(office, call);
  const form: Omit<Supplement, 'filing'> = { matters: [story.matter], form: 'onsite', trigger: 'tipOff', reference: '件 1' };
  await succeed(await agencyOf(filer), supplementEmergency, { filing: emergency, ...form });
  const [notice] = await asOwner<{ sentAt: Date }>(
    `INSERT INTO territory_notice (filing_id, territory_code, sent_at) VALUES ($1, $2, now())
      ON CONFLICT (filing_id) DO UPDATE SET reminded_at = NULL RETURNING sent_at AS "sentAt"`,
    [emergency, `${story.districtCode}-park-1`],
  );
  return {
    emergency,
    noticeSentAt: notice?.sentAt.toISOString() ?? '',
    nextCall: randomUUID(),
    keyEnterprise: enterpriseId(story, freeEnterprise(story, 9)),
  };
}
