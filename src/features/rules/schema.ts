import { z } from 'zod';
import { exemptionCodes, inspectionKinds } from '#domain/inspection/kinds.ts';
import type { PolicyValues } from '#domain/law/policy.ts';

const kinds = z.array(z.enum(inspectionKinds));
const days = z.int().min(0);
const count = z.int().min(1);
const weight = z.int().min(1).max(16);

const recurrence = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('monthDays'), from: z.int().min(-31).max(31), to: z.int().min(-31).max(31) }),
  z.strictObject({ type: z.literal('weekdays'), days: z.array(z.int().min(1).max(7)) }),
]);

const shapes: { [K in keyof PolicyValues]: z.ZodType<PolicyValues[K]> } = {
  plannedKinds: kinds,
  drawnKinds: kinds,
  quietDays: z.strictObject({
    recurrences: z.array(recurrence),
    kinds,
    enterprises: z.enum(['all', 'key', 'park']),
    exemptions: z.array(z.enum(exemptionCodes)),
  }),
  filingLeadWorkingDays: days,
  officeHandlingWorkingDays: days,
  minimumInspectors: count,
  joint: z.strictObject({ windowDays: days, kinds }),
  sameMatterOnceKinds: kinds,
  frequencyCap: z.strictObject({ general: count, high: count, highTiers: z.array(z.enum(['A', 'B', 'C', 'D'])), kinds }),
  interval: z.strictObject({ days, kinds }),
  undisturbedKinds: kinds,
  territoryNotice: z.enum(['key', 'park', 'all', 'none']),
  emergencySupplementWorkingDays: days,
  declarationDue: z.string().regex(/^\d{2}-\d{2}$/),
  findingsPublicWorkingDays: days,
  penaltiesPublicWorkingDays: days,
  withdrawalWorkingDays: days,
  majorPenaltyFilingDays: days,
  caseLimitDays: days,
  feedback: z.strictObject({ invitationDays: days, reminderDays: z.array(days), closesDays: days }),
  smallestPublishedCell: count,
  alarmBelowPercent: z.int().min(0).max(100),
  supervisionCard: z.strictObject({ acceptWorkingDays: days, finishWorkingDays: days, answerWorkingDays: days, progressDays: days }),
  callbackDays: days,
  firstOffenceMonths: count,
  planning: z.strictObject({
    visitsPerOpenDay: count,
    movableMonths: z.int().min(0).max(12),
    agenciesPerVisit: count,
    matterMinutes: count,
    visitMinutes: count,
  }),
  draw: z.strictObject({
    objectionHours: days,
    commitHours: count,
    revealHours: count,
    poolFactor: count,
    poolMinimum: count,
    weights: z.strictObject({ A: weight, B: weight, C: weight, D: weight }),
    stratifyBy: z.enum(['risk', 'size', 'territory']).nullable(),
    targetsPerOfficer: count,
  }),
  visit: z.strictObject({ expiresAfterHours: days, overtimeMinutes: days, archiveDays: days, rectificationDays: count }),
  followUpWorkingDays: z.strictObject({ callback: count, message: count }),
  frequentVisitAlert: z.strictObject({ visits: count, days }),
};

const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, basis: z.strictObject({ instrument: z.string().min(1), locator: z.string() }), note: z.string() });

/** All values of a policy, each with its source: none may be missing, none may be unknown. */
export const policyValuesSchema = z.strictObject(
  Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, sourced(shape)])) as {
    [K in keyof PolicyValues]: ReturnType<typeof sourced>;
  },
);

/** Which district's rules the API is asked for. */
export const openRulesQuery = z.strictObject({ district: z.string().regex(/^\d{6}$/, '区划代码是六位数字') });
