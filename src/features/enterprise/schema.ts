import { z } from 'zod';

/** The search of the enterprise register: words of a name or a code. */
export const enterpriseSearch = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'))
    .optional()
    .catch(undefined),
});
