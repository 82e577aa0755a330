import { randomUUID } from 'node:crypto';
import { logEmergency } from '#features/emergency/commands/log-emergency.ts';
import type { EmergencyCallForm } from '#features/emergency/schema.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { inspectorIdOf } from '#seed/builders/ids.ts';
import type { Journey } from '#seed/story.data.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';
import { enterpriseId } from './requests.ts';

/** A call of the agency's leader about a key enterprise (or one of the park), as the clerk writes it down. */
export function callForm(story: Journey, change: Partial<EmergencyCallForm> = {}): EmergencyCallForm {
  return {
    id: randomUUID(),
    agency: story.agency,
    enterprise: enterpriseId(story, story.toldTerritory),
    caller: inspectorIdOf(story.leader),
    checked: 'yes',
    callerPhone: '199 0000 0143',
    trigger: 'tipOff',
    reference: '',
    reason: '接报车间燃气泄漏，须立即到场',
    plate: '湘M·D1234',
    inspectors: [...story.inspectors],
    startsIn: '0',
    hours: '2',
    ...change,
  };
}

export async function logCall(office: OfficeScope, form: EmergencyCallForm): Promise<{ filing: string; confirmationNo: string }> {
  return succeed(office, logEmergency, form);
}

/**
 * The visit and its call as if they had been so many days earlier: the clock cannot be moved, what it is compared with can; the instant
 * of filing stays, so the row passes for one of the story. */
export async function moveBack(filing: string, days: number): Promise<void> {
  const back = `interval '${days} days'`;
  await asOwner(
    `UPDATE filing SET submitted_at = submitted_at - ${back}, approved_at = approved_at - ${back}, channel = 'seed',
      starts_at = starts_at - ${back}, ends_at = ends_at - ${back}, start_day = ((starts_at - ${back}) AT TIME ZONE 'Asia/Shanghai')::date,
      year = extract(year FROM (starts_at - ${back}) AT TIME ZONE 'Asia/Shanghai') WHERE id = $1`,
    [filing],
  );
  await asOwner(`UPDATE emergency SET called_at = called_at - ${back} WHERE filing_id = $1`, [filing]);
}

/** The due day so many days from today, as the database counts them. */
export async function dueIn(filing: string, days: number): Promise<void> {
  await asOwner(`UPDATE emergency SET due_day = (now() AT TIME ZONE 'Asia/Shanghai')::date + $2::int WHERE filing_id = $1`, [filing, days]);
}
