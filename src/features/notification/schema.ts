import { z } from 'zod';

export const readAll = z.strictObject({});
