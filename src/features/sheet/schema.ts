import { z } from 'zod';
import { judgeFileName, mostBytes, refusals } from '#domain/declaration/sheet/file-shape.ts';

const year = z.coerce.number({ error: '请选择年度' }).int('请选择年度').min(2000, '请选择年度').max(2199, '请选择年度');
const isText = (value: string) => value.isWellFormed() && !/\p{Cc}/u.test(value);

/** The year that a page of sheets is about, and whether the file sent last was too large to arrive. */
export const sheetYear = z.object({
  year: year.optional().catch(undefined),
  tooLarge: z
    .literal('yes')
    .transform(() => refusals.tooLarge)
    .optional()
    .catch(undefined),
});

/** A chosen file; what can be told from name and size alone is told at once. */
export const sheetUpload = z.strictObject({
  year,
  file: z
    .file({ error: '请选择要上传的申报表' })
    .min(1, refusals.empty)
    .max(mostBytes, refusals.tooLarge)
    .refine(({ name }) => name.length <= 200 && isText(name), '文件名过长或含有无法识别的字符，请改名后再上传')
    .superRefine(({ name, size }, context) => {
      const named = judgeFileName(name);
      // Where no file was chosen the browser sends an empty one without a name.
      if (size > 0 && 'refusal' in named) context.addIssue({ code: 'custom', message: named.refusal });
    }),
});

/** The same once its bytes are at hand. */
export type UploadedSheet = { readonly year: number; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export async function takeBytes({ year, file }: z.output<typeof sheetUpload>): Promise<UploadedSheet> {
  return { year, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const sheetId = z.strictObject({ sheet: z.uuid('编号不正确') });

/** One correction: a text for a cell (typed, or a proposal taken), that taken back, a row left out or taken in again, or all dropped. */
export const sheetMend = sheetId.extend({
  intent: z.enum(['write', 'restore', 'leaveOut', 'takeIn', 'startOver'], { error: '请选择怎样改' }).default('write'),
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d{0,5}$/, '单元格不正确')
    .optional(),
  text: z.string().trim().max(500, '不超过 500 个字').refine(isText, '含有无法识别的字符').optional(),
  proposal: z.string().trim().max(500).refine(isText, '含有无法识别的字符').optional(),
});
export type SheetMend = z.output<typeof sheetMend>;

/** Corrections as they are stored. */
export const storedMends = z.object({
  cells: z.record(z.string(), z.string()).default({}),
  leftOut: z.array(z.int()).default([]),
});

/** Which page of the lines and of the errors is shown. */
export const sheetPage = z.object({
  lines: z.coerce.number().int().min(1).max(1000).catch(1),
  errors: z.coerce.number().int().min(1).max(1000).catch(1),
});
