import type { Day } from '#domain/calendar/day.ts';
import { addDays, daysFromTo, yearOf } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { type Diary, enter } from './diary.ts';
import { asDecided, asHeld } from './office-decisions.ts';
import { at, isQuiet, nextMonth, type Story, workingDayBefore } from './story.ts';
import { draftVisit, instantsBefore } from './visit-drafts.ts';
import type { OpenEntry, Target } from './year-plan.ts';

type Stage = { readonly story: Story; readonly entries: readonly OpenEntry[]; readonly diary: Diary };
type Cue = { readonly entryNo: string; readonly uscc: string; readonly date: number; readonly target?: Target };

/** A visit next month at an enterprise that the story names, on the first working day after the 20th from `date` on. */
function stageVisit({ story, entries, diary }: Stage, cue: Cue): FilingDraft {
  const { first, last } = nextMonth(story.today);
  const entry = entries.find(({ draft }) => draft.no === `${yearOf(first)}-${cue.entryNo}`);
  const target = cue.target ?? entry?.targets.find(({ uscc }) => uscc === cue.uscc);
  const late = daysFromTo(addDays(first, 20), last).filter((day) => isWorkingDay(story.calendar, day));
  const days = [...late.filter((day) => Number(day.slice(8)) >= cue.date), ...late];
  if (!entry || !target) throw new Error(`the story needs ${cue.uscc} in ${cue.entryNo}`);
  const span = enter(diary, { uscc: cue.uscc, agencies: entry.draft.agencies, inspectors: target.team.going, days });
  if (!span) throw new Error(`no day for ${cue.uscc}`);
  return { ...draftVisit(story, entry, { target, span, status: 'filed' }), ...instantsBefore(story, span.start, 0) };
}

/** The day before the draws: what was filed then came first. */
function filedFirst({ calendar, today }: Story): Pick<FilingDraft, 'submittedAt' | 'approvedAt'> {
  const day = workingDayBefore(calendar, today, 5);
  return { submittedAt: at(day, '15:48'), approvedAt: at(day, '16:20') };
}

/** Filed before the draw was published that now names the same enterprise. */
function stageNeighbour(stage: Stage): FilingDraft {
  const { enterprise, entryNo } = stage.story.journey.jointConflict;
  return { ...stageVisit(stage, { entryNo, uscc: enterprise, date: 22 }), ...filedFirst(stage.story) };
}

/** A visit under the special field's entry uses up the enterprise's only place under the cap. */
function stageFirst(stage: Stage, uscc: string, date: number): FilingDraft {
  const { entryNo, inspectors } = stage.story.journey.specialField;
  const target = { uscc, team: { going: inspectors, reserves: [] } };
  return { ...stageVisit(stage, { entryNo, uscc, date, target }), ...filedFirst(stage.story) };
}

function stageSecond(stage: Stage, uscc: string, overCapReason: string): FilingDraft {
  return { ...stageVisit(stage, { entryNo: stage.story.journey.entryNo, uscc, date: 27 }), overCapReason };
}

function stageOverCap(stage: Stage): FilingDraft[] {
  const { story } = stage;
  const { overCap, decided } = story.journey;
  const firsts = [overCap, ...decided].map((uscc, index) => stageFirst(stage, uscc, 21 + index));
  const waiting = asHeld(story, stageSecond(stage, overCap, '上次抽检一批次不合格，需复查同类产品'), 1);
  const [agreed, refused] = decided;
  return [
    ...firsts,
    waiting,
    asDecided(story, stageSecond(stage, agreed, '举报线索涉及同一产品，需抽样核实'), {
      status: 'filedWithCondition',
      remark: '限备案事项，时长不超过 2 小时',
    }),
    asDecided(story, stageSecond(stage, refused, '本年任务需要'), { status: 'returned', remark: '理由不充分，请补充依据后重新送批' }),
  ];
}

/** The visits by which the journey's enterprises differ from each other. */
export function tellNamed(stage: Stage): FilingDraft[] {
  const { journey } = stage.story;
  const filed = journey.alreadyFiled.map((uscc, index) => stageVisit(stage, { entryNo: journey.entryNo, uscc, date: 25 + index }));
  return [stageNeighbour(stage), stageFirst(stage, journey.capUsed, 21), ...stageOverCap(stage), ...filed];
}

/** The first quiet working day from the day after tomorrow on; none where the policy has no quiet days. */
function nextQuietDay(story: Story): Day | undefined {
  const days = daysFromTo(addDays(story.today, 2), nextMonth(story.today).last);
  return days.find((day) => isWorkingDay(story.calendar, day) && isQuiet(story, day));
}

const claims = [
  { title: '发票使用与保管检查', code: 'taxRisk', reason: '税收风险任务限期核查', evidence: '税风任务 {y}-0417', daysAgo: 1 },
  { title: '社会保险参保情况检查', code: 'complaint', reason: '职工投诉未参保，需到场核实', evidence: '12333 工单 {y}11806', daysAgo: 3 },
] as const;

/** Visits on a quiet day that claim an exemption and wait for the office, the second one overdue. */
export function tellClaims({ story, entries, diary }: Stage): FilingDraft[] {
  const day = nextQuietDay(story);
  if (day === undefined) return [];
  return claims.flatMap(({ title, code, reason, evidence, daysAgo }) => {
    const entry = entries.find(({ plan, draft }) => plan.title === title && draft.fromDay <= day && day <= draft.toDay);
    const target = entry?.targets.find(({ uscc }) => !diary.visits.has(uscc));
    if (!entry || !target) return [];
    const span = enter(diary, { uscc: target.uscc, agencies: entry.draft.agencies, inspectors: target.team.going, days: [day] });
    if (!span) return [];
    const exemption = { code, reason, evidence: evidence.replace('{y}', day.slice(0, 4)) };
    return [asHeld(story, { ...draftVisit(story, entry, { target, span, status: 'held' }), exemption }, daysAgo)];
  });
}
