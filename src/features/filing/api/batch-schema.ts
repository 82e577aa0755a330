import { z } from 'zod';
import { parseInput } from '#platform/api-body.ts';
import { filingInput } from './schema.ts';

/** As many as one call takes. */
const mostItems = 200;
const counted = { error: `应为 1 到 ${mostItems} 项的列表` };

/** The body of `POST /api/v1/filings/batch`: each item is read alone, so that one that is wrong stops none of the others. */
export const batchInput = z
  .strictObject({ items: z.array(z.unknown(), counted).min(1, counted.error).max(mostItems, counted.error) })
  .transform(({ items }) => items.map((item) => parseInput(filingInput, item)));

/** What a caller is told to send. */
export const batchShape = z.strictObject({ items: z.array(filingInput).min(1).max(mostItems) });
