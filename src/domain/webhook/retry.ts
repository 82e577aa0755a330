const minute = 60;
const hour = 60 * minute;

/** Seconds to wait after the first failed try, the second …; after the last one it is given up. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour] as const;

/** Seconds until the next try after so many failed ones; null: no more tries. */
export function secondsToRetry(failed: number): number | null {
  return waits[failed - 1] ?? null;
}

/** Whether a receiver's answer means that it has it. */
export function isReceived(status: number): boolean {
  return status >= 200 && status < 300;
}
