import { addDays, dayOf, isDay, startOfDay, timeOfDay } from '#domain/calendar/local-day.ts';
import { exemptionCodes, inspectionForms, inspectionKinds, separationGrounds, triggerTypes } from '#domain/inspection/kinds.ts';
import { type Approval, type DraftBody, type DraftForm, type EntryRequest, longestVisitMs, longestVisitWords } from '../schema.ts';

const clock = /^([01]?\d|2[0-4])[:：]([0-5]\d)$/;

/** The instant of a local day and «09:00» (24:00 is the day's end); null when either is not real. */
export function instantOf(day: string, time: string): Date | null {
  const parts = clock.exec(time.normalize('NFKC'));
  if (!isDay(day) || !parts) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return minutes > 24 * 60 ? null : new Date(startOfDay(day).getTime() + minutes * 60_000);
}

/** «09:00» of an instant. */
export function clockOf(instant: Date): string {
  const minutes = Math.floor(timeOfDay(instant) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

type Missing = Record<string, string[]>;

function missingPeriod(draft: DraftBody): Missing {
  const start = instantOf(draft.day, draft.startTime);
  const end = instantOf(draft.endDay || draft.day, draft.endTime);
  if (!start) return { startTime: ['开始时间应为 24 小时制，例如 09:00'] };
  if (!end) return { endTime: ['结束时间应为 24 小时制，例如 11:30'] };
  if (end <= start) return { endTime: ['结束时间应晚于开始时间'] };
  return end.getTime() - start.getTime() > longestVisitMs ? { endDay: [longestVisitWords] } : {};
}

/** What keeps a draft from being judged, per field, in the words of the form. */
function missingForJudgement(draft: DraftBody): Missing {
  const kind: Missing = oneOf(inspectionKinds, draft.kind) ? {} : { kind: ['请选择检查类型'] };
  if (!isDay(draft.day)) return { ...kind, day: ['请选择入企日期'] };
  if (draft.endDay !== '' && !isDay(draft.endDay)) return { ...kind, endDay: ['结束日期应为 2026-12-22 这样的日期'] };
  return { ...kind, ...missingPeriod(draft) };
}

/** What keeps a draft from being sent: what the judgement needs, and the words behind whatever it claims. */
export function missingIn(draft: DraftBody): Missing {
  const missing = missingForJudgement(draft);
  if (draft.triggerType && !draft.triggerReference) missing.triggerReference = ['请填写文号或编号'];
  if (draft.exemptionCode && !draft.exemptionReason) missing.exemptionReason = ['请写明例外的理由'];
  if (draft.separateGround && !draft.separateReason) missing.separateReason = ['请写明不并入的理由'];
  return missing;
}

const oneOf = <T extends string>(values: readonly T[], value: string): T | null => values.find((known) => known === value) ?? null;

function claimsOfDraft(draft: DraftBody): Pick<EntryRequest, 'trigger' | 'exemption' | 'overCapReason' | 'separate'> {
  const trigger = oneOf(triggerTypes, draft.triggerType);
  const exemption = oneOf(exemptionCodes, draft.exemptionCode);
  const separate = oneOf(separationGrounds, draft.separateGround);
  return {
    trigger: trigger && { type: trigger, reference: draft.triggerReference },
    exemption: exemption && { code: exemption, reason: draft.exemptionReason, evidence: draft.exemptionEvidence },
    overCapReason: draft.overCapReason || null,
    separate: separate && { ground: separate, reason: draft.separateReason },
  };
}

/** The request that a draft stands for; null as long as it cannot be judged. */
export function requestOfDraft(draft: DraftBody, known: { enterprise: string; agency: string; approval: Approval }): EntryRequest | null {
  const kind = oneOf(inspectionKinds, draft.kind);
  const start = instantOf(draft.day, draft.startTime);
  const end = instantOf(draft.endDay || draft.day, draft.endTime);
  if (!kind || !start || !end || Object.keys(missingForJudgement(draft)).length > 0) return null;
  return {
    kind,
    start,
    end,
    enterprise: known.enterprise,
    lead: draft.lead || known.agency,
    approval: known.approval,
    planEntry: draft.planEntry || null,
    site: draft.site || null,
    matters: draft.matters,
    form: oneOf(inspectionForms, draft.form) ?? 'onsite',
    coAgencies: draft.coAgencies,
    inspectors: draft.inspectors,
    assistants: [],
    ...claimsOfDraft(draft),
  };
}

/** The form's times for a slot; an end at midnight is written 24:00 of the day before. */
function applySlot(start: Date, end: Date): Pick<DraftBody, 'month' | 'day' | 'endDay' | 'startTime' | 'endTime'> {
  const day = dayOf(start);
  const atMidnight = clockOf(end) === '00:00';
  const lastDay = atMidnight ? addDays(dayOf(end), -1) : dayOf(end);
  return {
    month: day.slice(0, 7),
    day,
    endDay: lastDay === day ? '' : lastDay,
    startTime: clockOf(start),
    endTime: atMidnight ? '24:00' : clockOf(end),
  };
}

/** Whether an instant has a year of four digits here: buttons are only text to whoever sends a form. */
function isInCalendar(instant: Date | undefined): instant is Date {
  const time = instant?.getTime() ?? Number.NaN;
  return time >= Date.UTC(2000, 0) && time < Date.UTC(2200, 0);
}

/** The draft after a button was pressed: another month to look at, or a lawful slot taken over. */
export function applyIntent({ draft: _draft, intent, keptDay, ...typed }: DraftForm): DraftBody {
  const body = { ...typed, day: typed.day || keptDay };
  const [word = '', value = ''] = intent.split(/:(.*)/s);
  if (word === 'month') return /^\d{4}-\d{2}$/.test(value) ? { ...body, month: value } : body;
  const [start, end] = value.split('/').map((text) => new Date(text));
  if (word !== 'slot' || !isInCalendar(start) || !isInCalendar(end)) return body;
  return { ...body, ...applySlot(start, end) };
}

/** The form of a request that was sent in before. */
export function draftOfRequest(request: Omit<EntryRequest, 'approval'>): DraftBody {
  const slot = applySlot(request.start, request.end);
  return {
    ...slot,
    kind: request.kind,
    planEntry: request.planEntry ?? '',
    matters: [...request.matters],
    form: request.form,
    lead: request.lead,
    coAgencies: [...request.coAgencies],
    inspectors: [...request.inspectors],
    site: request.site ?? '',
    triggerType: request.trigger?.type ?? '',
    triggerReference: request.trigger?.reference ?? '',
    exemptionCode: request.exemption?.code ?? '',
    exemptionReason: request.exemption?.reason ?? '',
    exemptionEvidence: request.exemption?.evidence ?? '',
    overCapReason: request.overCapReason ?? '',
    separateGround: request.separate?.ground ?? '',
    separateReason: request.separate?.reason ?? '',
  };
}
