import 'server-only';
import { takePoint } from '#platform/rate-limit.ts';

/** Counts one look at a code, per address and in total. Null while within both limits, else the seconds to wait. */
export async function takeCodePoint(address: string): Promise<number | null> {
  return (await takePoint('codeAddress', address)) ?? (await takePoint('codeTotal', 'all'));
}
