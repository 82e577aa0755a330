import { z } from 'zod';
import { drawStatuses } from '#domain/draw/lifecycle.ts';

const district = z.string().regex(/^\d{6}$/, '区县代码是六位数字');
const no = z
  .string()
  .regex(/^\d{4}-\d{1,6}$/, '编号是年度和序号，例如 2026-12')
  .transform((text) => {
    const [year = 0, serial = 0] = text.split('-').map(Number);
    return { year, serial };
  });

/** Which draw: as the address of its page has it. */
export const drawAddress = z.object({ district, no });
/** Which draw: its year and its number in the district's year. */
export type DrawAddress = z.output<typeof drawAddress>;

/** What a draw's page may be told beside: the number of an objection that was just received. */
export const drawPageQuery = z.object({ objection: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined) });

/** States in which a draw is public. */
export const publicStatuses = drawStatuses.filter((status) => status !== 'prepared');

const year = z.coerce.number({ error: '年度是数字' }).int().min(2000).max(2199);
const agency = z.string().regex(/^[\w-]{1,60}$/, '单位代码不正确');
const status = z.enum(publicStatuses, { error: '没有这个状态' });
const page = z.coerce.number().int().min(1).max(10_000);

/** Filters of the public list, in the address; what is not understood filters nothing. */
export const drawListQuery = z.object({
  district: district.optional().catch(undefined),
  agency: agency.optional().catch(undefined),
  status: status.optional().catch(undefined),
  year: year.optional().catch(undefined),
  page: page.catch(1),
});
export type DrawListQuery = z.output<typeof drawListQuery>;

/** The same as open data, where a mistake is an answer. */
export const openDrawsQuery = z.strictObject({
  district: district.optional(),
  agency: agency.optional(),
  status: status.optional(),
  year: year.optional(),
  page: page.default(1),
});

/** `GET /api/v1/draws`: of the key's district. */
export const ownDrawsQuery = openDrawsQuery.omit({ district: true });

/** `{district}-{year}-{serial}`. */
export const openDrawAddress = z.strictObject({
  draw: z
    .string()
    .regex(/^\d{6}-\d{4}-\d{1,6}$/, '编号是区县代码、年度和序号，例如 431103-2026-12')
    .transform((text): DrawAddress => {
      const [district = '', year = '', serial = ''] = text.split('-');
      return { district, no: { year: Number(year), serial: Number(serial) } };
    }),
});

/** Rows on one page of the list. */
export const drawsOnPage = 50;

/** `/draws/statistics?year`: this year unless another is named. */
export const statisticsQuery = z.object({ year: year.optional().catch(undefined) });
