import { z } from 'zod';
import { mostBytes, refusals } from '#domain/declaration/sheet/file-shape.ts';
import { fates } from '#domain/register/fate.ts';
import { refuseName, wordRefusal } from '#domain/register/file-shape.ts';

const isText = (value: string) => value.isWellFormed() && !/\p{Cc}/u.test(value);
const tooLarge = wordRefusal(refusals.tooLarge);

/** A chosen file; what can be told from name and size alone is told at once. */
export const registerUpload = z.strictObject({
  file: z
    .file({ error: '请选择要上传的名录' })
    .min(1, refusals.empty)
    .max(mostBytes, tooLarge)
    .refine(({ name }) => name.length <= 200 && isText(name), '文件名过长或含有无法识别的字符，请改名后再上传')
    .superRefine(({ name, size }, context) => {
      const refusal = refuseName(name);
      // Where no file was chosen the browser sends an empty one without a name.
      if (size > 0 && refusal !== null) context.addIssue({ code: 'custom', message: refusal });
    }),
});

/** The same once its bytes are at hand. */
export type UploadedRegister = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export async function takeBytes({ file }: z.output<typeof registerUpload>): Promise<UploadedRegister> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Whether the file that was sent last was too large to arrive. */
export const uploadAnswer = z.object({
  tooLarge: z
    .literal('yes')
    .transform(() => tooLarge)
    .optional()
    .catch(undefined),
});

export const importId = z.strictObject({ import: z.uuid('编号不正确') });

const cellText = z.string().trim().max(300, '不超过 300 个字').refine(isText, '含有无法识别的字符');

/** One cell corrected on the page: by a typed text, or by the proposal that was taken. */
export const rowMend = importId.extend({
  row: z.coerce.number().int().min(1).max(1_000_000),
  field: z
    .string()
    .max(30)
    .regex(/^[a-zA-Z]+$/, '没有这一栏'),
  text: cellText.optional(),
  proposal: cellText.optional(),
});
export type RowMend = z.output<typeof rowMend>;

/** Which rows of an import are shown. */
export const rowFilter = z.object({
  fate: z.enum(fates).optional().catch(undefined),
  q: z.string().trim().min(1).max(60).refine(isText).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type RowFilter = z.output<typeof rowFilter>;
export const rowsPerPage = 50;

const fault = z.object({ field: z.string(), say: z.string(), proposal: z.string().optional() });

/** What is stored of a row: the texts by field, and the cell that stands in its way. */
export const storedRow = z.object({ cells: z.record(z.string(), z.string()), fault: fault.nullable() });
export type StoredRow = z.output<typeof storedRow>;

/** What is stored of a whole sheet: rows by fate, and where its table stood. */
export const storedTally = z.object({
  ...{ added: z.int(), sameName: z.int(), changed: z.int(), unchanged: z.int(), repeated: z.int(), refused: z.int() },
  ...{ sheet: z.string(), headingRow: z.int(), unread: z.array(z.string()) },
});
export type StoredTally = z.output<typeof storedTally>;
