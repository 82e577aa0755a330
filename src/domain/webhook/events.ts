/** What an agency's own system is told of: its filings and the steps of its visits, never what enterprises say about them. */
export const webhookEvents = [
  'filing.filed',
  'filing.held',
  'filing.decided',
  'filing.returned',
  'filing.withdrawn',
  'filing.revoked',
  'filing.expired',
  'filing.amended',
  'visit.checkedIn',
  'visit.left',
  'finding.recorded',
  'letter.issued',
  'letter.published',
  'letter.withdrawn',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Whom an event concerns: every agency of the filing, or only the one whose part it is about. */
type Told = { readonly event: WebhookEvent; readonly to: 'all' | 'own' };

const all = (event: WebhookEvent): Told => ({ event, to: 'all' });
const own = (event: WebhookEvent): Told => ({ event, to: 'own' });

/** Which records of the audit become which event; what is not named here never leaves. */
const toldOf: Readonly<Record<string, Told>> = {
  'filing.filed': all('filing.filed'),
  'filing.held': all('filing.held'),
  'filing.decided': all('filing.decided'),
  'filing.returned': all('filing.returned'),
  'filing.withdrawn': all('filing.withdrawn'),
  'filing.revoked': all('filing.revoked'),
  'filing.expired': all('filing.expired'),
  'amendment.registered': all('filing.amended'),
  'emergency.logged': all('filing.filed'),
  'visit.checkedIn': all('visit.checkedIn'),
  'visit.left': all('visit.left'),
  'finding.recorded': own('finding.recorded'),
  'letter.issued': own('letter.issued'),
  'letter.published': own('letter.published'),
  'letter.withdrawn': own('letter.withdrawn'),
};

/** The event that an audit record is told as; null: it stays here. */
export function toldAs(auditEvent: string): Told | null {
  return toldOf[auditEvent] ?? null;
}
