import { z } from 'zod';
import { refusalGrounds } from '#domain/visit/steps.ts';
import { findingItem } from '#features/finding/schema.ts';

const text = (max: number) =>
  z
    .string({ error: '请填写' })
    .trim()
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');
const id = z.uuid('编号不正确');
const code = text(60).min(1, '请填写代码');
const instant = z.iso
  .datetime({ offset: true, error: '时间应为带时区的 ISO 8601，例如 2027-01-22T09:00:00+08:00' })
  .transform((value) => new Date(value))
  .pipe(z.date().min(new Date('2000-01-01T00:00:00Z'), '时间过早').max(new Date('2200-01-01T00:00:00Z'), '时间过晚'));
/** Degrees with two decimals: about a kilometre. */
const place = z
  .string()
  .regex(/^-?\d{1,3}\.\d{2},-?\d{1,3}\.\d{2}$/, '位置应为两位小数的纬度和经度')
  .nullable()
  .default(null);

const people = z.coerce.number({ error: '请填写到场人数' }).int('人数应为整数').min(1, '至少 1 人').max(200, '不超过 200 人');
const point = z.tuple([z.number().min(-5000).max(5000), z.number().min(-5000).max(5000)]);
const strokes = z.array(z.array(point).max(2000)).max(200).default([]);

/** What the enterprise says of the visit, signed or not. */
export const opinion = z.strictObject({
  text: text(500).default(''),
  signer: text(40).default(''),
  refused: z.boolean().default(false),
  strokes,
});

const nothing = z.strictObject({});
const bodies = {
  taken: nothing,
  codeShown: nothing,
  checkedIn: z.strictObject({ people }),
  matterChecked: z.strictObject({ matter: code, done: z.boolean() }),
  findingNoted: findingItem,
  opinionGiven: opinion,
  entryRefused: z.strictObject({ ground: z.enum(refusalGrounds, { error: '请选择理由' }), text: text(300).default('') }),
  checkedOut: nothing,
} as const;

/** `sentAt` is what the phone's clock says while it sends: the span since `deviceAt` holds even where that clock is wrong. */
const about = { id, filing: id, deviceAt: instant, sentAt: instant, place };
const step = <const Name extends keyof typeof bodies>(name: Name) =>
  z.strictObject({ ...about, step: z.literal(name), body: bodies[name] });

/** One step as the phone sends it: its id is the phone's, so that sending it twice is doing it once. */
export const visitStepInput = z.discriminatedUnion('step', [
  step('taken'),
  step('codeShown'),
  step('checkedIn'),
  step('matterChecked'),
  step('findingNoted'),
  step('opinionGiven'),
  step('entryRefused'),
  step('checkedOut'),
]);
export type VisitStepInput = z.output<typeof visitStepInput>;

/** What stands beside a picture; its bytes are the body of the request. */
export const evidenceInput = z.strictObject({ id, filing: id, matter: code.nullable().default(null), deviceAt: instant, sentAt: instant });
export type EvidenceInput = z.output<typeof evidenceInput>;

/** The same steps as forms, for a phone without scripts: done now, under a new id. */
export const checkInForm = z.strictObject({ filing: id, people });
export const checkOutForm = z.strictObject({ filing: id });
export const refusalForm = z.strictObject({
  filing: id,
  ground: z.enum(refusalGrounds, { error: '请选择理由' }),
  text: text(300).default(''),
});
export const opinionForm = z.strictObject({
  filing: id,
  text: text(500).default(''),
  signer: text(40).default(''),
  refused: z.stringbool().default(false),
});

const name = z.string().max(500);
/** Bodies of `POST /api/v1/filings/{filingNo}/check-in` and `/check-out`; `at` is what the unit's own system says. */
export const checkInBody = z.strictObject({ people, at: instant.nullable().default(null), place });
export const checkOutBody = z.strictObject({ at: instant.nullable().default(null) });
export const checkInCall = checkInBody.extend({ filingNo: name });
export const checkOutCall = checkOutBody.extend({ filingNo: name });
