/** How long a step may be under way, and how wrong a phone's clock may go, before it is said. */
const toleranceMs = 2 * 60_000;

export type Clocks = { readonly deviceAt: Date; readonly receivedAt: Date; readonly filedAt: Date };

/** When a step happened: the phone's word where it lies between the filing and the receipt, else the database's clock. */
export function trustedInstant({ deviceAt, receivedAt, filedAt }: Omit<Clocks, 'deviceAt'> & { readonly deviceAt: Date | null }): Date {
  return deviceAt !== null && deviceAt >= filedAt && deviceAt <= receivedAt ? deviceAt : receivedAt;
}

/** The phone's word lies earlier than what the way takes: how a record says that the two clocks differ. */
export function isLate({ deviceAt, receivedAt }: Clocks): boolean {
  return receivedAt.getTime() - deviceAt.getTime() > toleranceMs;
}

/** The phone says a time that cannot be: before the filing, or still to come. */
export function isClockOff({ deviceAt, receivedAt, filedAt }: Clocks): boolean {
  return deviceAt < filedAt || deviceAt.getTime() - receivedAt.getTime() > toleranceMs;
}

/** With what the phone's clock said when it sent: a wrong clock is as wrong then as it was before, so only the span between counts. */
export type SentClocks = Clocks & { readonly sentAt: Date };

/** What the clocks say of a step: when it happened by the server's clock, whether it waited to be sent, and whether the phone's clock is wrong. */
export type Happened = { readonly at: Date; readonly late: boolean; readonly clockOff: boolean };

/**
 * Reads the clocks of a step. It happened as long before its receipt as the phone says that it waited; a phone whose clock was set back
 * meanwhile cannot say how long, so its step is late and taken as of its receipt.
 */
export function readHappened({ deviceAt, sentAt, receivedAt, filedAt }: SentClocks): Happened {
  const waited = sentAt.getTime() - deviceAt.getTime();
  const skew = receivedAt.getTime() - sentAt.getTime();
  const at = new Date(receivedAt.getTime() - Math.max(0, waited));
  const isBefore = at < filedAt;
  const clockOff = isBefore || Math.abs(skew) > toleranceMs || waited < -toleranceMs;
  return { at: isBefore ? receivedAt : at, late: Math.abs(waited) > toleranceMs, clockOff };
}
