import { z } from 'zod';

export const userId = z.strictObject({ user: z.uuid('编号不正确') });
