import { z } from 'zod';

/** The list's query string. */
export const refusalFilter = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });
