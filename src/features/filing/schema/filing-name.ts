import { z } from 'zod';

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A filing's number or id, still percent-encoded as the router hands it over. */
export const filingName = z.strictObject({
  filingNo: z
    .string()
    .max(500)
    .transform((text) => (/%[\da-f]{2}/i.test(text) ? decodeSegment(text) : text)),
});
