/** How long a step may be under way, and how wrong a phone's clock may go, before it is said. */
const toleranceMs = 2 * 60_000;

export type Clocks = { readonly deviceAt: Date; readonly receivedAt: Date; readonly filedAt: Date };

/** When a step happened: the phone's word where it lies between the filing and the receipt, else the database's clock. */
export function trustedInstant({ deviceAt, receivedAt, filedAt }: Omit<Clocks, 'deviceAt'> & { readonly deviceAt: Date | null }): Date {
  return deviceAt !== null && deviceAt >= filedAt && deviceAt <= receivedAt ? deviceAt : receivedAt;
}

/** It was done before it could be sent. */
export function isLate({ deviceAt, receivedAt }: Clocks): boolean {
  return receivedAt.getTime() - deviceAt.getTime() > toleranceMs;
}

/** The phone says a time that cannot be: before the filing, or still to come. */
export function isClockOff({ deviceAt, receivedAt, filedAt }: Clocks): boolean {
  return deviceAt < filedAt || deviceAt.getTime() - receivedAt.getTime() > toleranceMs;
}
