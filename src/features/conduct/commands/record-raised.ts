import 'server-only';
import type { Notice, Recorder } from '#platform/audit.ts';
import { alertWords } from '../labels.ts';
import type { NewAlert } from './raise-alerts.ts';

/** One message for each kind, however many there are of it. */
function noticeOf(kind: NewAlert['raised']['kind'], of: readonly NewAlert[]): Notice {
  const [first] = of;
  const facts = Object.values(first?.raised.facts ?? {}).slice(0, 3);
  const text = of.length === 1 ? `提醒：${alertWords[kind]}，${facts.join('，')}` : `提醒：${alertWords[kind]} ${of.length} 件`;
  return { to: { roles: ['officeClerk', 'officeDirector'] }, text, href: `/alerts?kind=${kind}` };
}

/** Records new alerts, each as what it is, and tells the office once of each kind. */
export function recordRaised(record: Recorder, alerts: readonly NewAlert[]): void {
  for (const [index, { id, raised }] of alerts.entries()) {
    const ofKind = alerts.filter((other) => other.raised.kind === raised.kind);
    const isFirst = alerts.findIndex((other) => other.raised.kind === raised.kind) === index;
    record('alert.raised', id, { kind: raised.kind, facts: raised.facts, notices: isFirst ? [noticeOf(raised.kind, ofKind)] : [] });
  }
}
