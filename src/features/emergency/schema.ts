import { z } from 'zod';
import { emergencyStates } from '#domain/emergency/states.ts';
import { inspectionForms, type TriggerType, triggerTypes } from '#domain/inspection/kinds.ts';
import { type EntryRequest, storedRequest, text } from '#features/filing/schema.ts';

const typed = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符')
    .default('');
const credentials = z.array(typed(60)).max(40, '不超过 40 项').default([]);

/** In how many minutes they go in, and for how many hours at most, as the clerk ticks it. */
export const startChoices = ['0', '30', '60', '120'] as const;
export const hourChoices = ['1', '2', '4', '8', '12'] as const;

/** A call as the clerk writes it down. `id` is given by the page, so that a form sent twice is one call. */
export const emergencyCall = z.strictObject({
  id: z.uuid('编号不正确'),
  agency: text(60, '请选择单位'),
  enterprise: z.uuid('请选择企业'),
  caller: z.uuid('请核对来电人'),
  checked: z.literal('yes', { error: '请先核对来电人是登记的分管负责人' }),
  callerPhone: text(30, '请填写来电号码').regex(/^[+\d][\d\s()（）-]{4,}$/, '请填写电话号码'),
  trigger: z.enum(triggerTypes, { error: '请选择检查缘由' }),
  reference: typed(100),
  reason: text(400, '请写明为什么紧急'),
  plate: typed(40),
  inspectors: credentials,
  startsIn: z.enum(startChoices, { error: '请选择何时入企' }),
  hours: z.enum(hourChoices, { error: '请选择预计时长' }),
});
export type EmergencyCallForm = z.output<typeof emergencyCall>;

/** What was asked for, in the shape of a filing's request. */
export type CallRequest = EntryRequest;

/** The request as the filing keeps it. */
export const readRequest = (kept: unknown): Omit<CallRequest, 'approval' | 'lead'> => storedRequest.parse(kept);

/** A superior's campaign is directed, everything else that can be urgent is a case. */
export const kindOfTrigger = (trigger: TriggerType) => (trigger === 'superior' ? 'directed' : 'case');

/** The enterprise on the line says what it sees. */
export const callAnswer = z.strictObject({
  filing: z.uuid('编号不正确'),
  answer: z.enum(['confirmed', 'notAsRecorded'], { error: '请选择核实结果' }),
  note: typed(400),
});

/** The form that follows: what was looked at, how, and why, with its numbers. */
export const supplement = z.strictObject({
  filing: z.uuid('编号不正确'),
  matters: credentials,
  form: z.enum(inspectionForms, { error: '请选择检查方式' }),
  trigger: z.enum(triggerTypes, { error: '请选择检查缘由' }),
  reference: text(100, '请填写文号或编号'),
});
export type Supplement = z.output<typeof supplement>;

/** The head approves what was shown: `seen` is its fingerprint. */
export const supplementApproval = z.strictObject({ filing: z.uuid('编号不正确'), seen: z.string().max(64).default('') });

export const emergencyId = z.strictObject({ filing: z.uuid() });

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const words = optional(
  z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000')),
);

/** The desk's query string: `q` finds a call, `agency` and `firm` prepare a new one; whatever does not make sense is left out. */
export const deskQuery = z.object({
  q: words,
  agency: optional(z.string().regex(/^[\w-]{1,60}$/)),
  firm: words,
  state: optional(z.enum(emergencyStates)),
  page: z.coerce.number().int().min(1).max(200).catch(1),
});
export type DeskQuery = z.output<typeof deskQuery>;
