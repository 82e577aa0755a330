import { dayOf, daysTouched, isDay } from '#domain/calendar/local-day.ts';
import { addMonths, monthGrid } from '#domain/calendar/month-grid.ts';
import { isQuietDay, sayRecurrences } from '#domain/calendar/quiet-day.ts';
import { isProvisional, statusOfDay } from '#domain/calendar/working-day.ts';
import type { EntryFacts } from '#domain/inspection/facts.ts';
import { computeCap } from '#domain/inspection/limits.ts';
import { MonthCalendar } from '#ui/month-calendar.tsx';
import type { CalendarDay } from '#ui/month-day.tsx';
import { Section } from '#ui/section.tsx';
import { TextField } from '#ui/text-field.tsx';
import { timeWords } from '#ui/words.ts';
import type { DraftDesk } from '../queries/load-draft-desk.ts';

type VisitMark = { readonly day: string; readonly text: string; readonly more: string };

type Weeks = readonly (readonly (CalendarDay | null)[])[];

const monthWords = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** Visits of all agencies to this enterprise, day by day. */
function marksOf({ otherVisits, ownVisits }: EntryFacts): VisitMark[] {
  const others = otherVisits.flatMap((visit) =>
    visit.type === 'filing'
      ? daysTouched(visit.start, visit.end).map((day) => ({ day, text: visit.agencyName, more: timeWords(visit.start) }))
      : [],
  );
  const own = ownVisits.flatMap((visit) =>
    daysTouched(visit.start, visit.end).map((day) => ({ day, text: '本系统', more: timeWords(visit.start) })),
  );
  return [...others, ...own];
}

/** Whether quiet days bar the kind chosen; before one is chosen they are shown, because most visits are barred. */
function barsQuietDays({ policy, enterprise }: EntryFacts, kind: string): boolean {
  const { kinds, enterprises } = policy.values.quietDays.value;
  const covered = { all: true, key: enterprise.keyEnterprise, park: enterprise.inPark }[enterprises];
  return covered && (kind === '' || kinds.some((barred) => barred === kind));
}

function cellOf(facts: EntryFacts, day: string, shown: { kind: string; marks: readonly VisitMark[] }): CalendarDay {
  const today = dayOf(facts.now);
  const { working, mark, name } = statusOfDay(facts.calendar, day);
  const isQuiet = barsQuietDays(facts, shown.kind) && isQuietDay(facts.policy.values.quietDays.value.recurrences, day);
  const rest = mark === 'makeUp' ? '班' : mark === 'rest' ? (name ?? '休') : null;
  const events = shown.marks.filter((visit) => visit.day === day);
  const isUnplanned = shown.kind === 'directed' || shown.kind === 'case';
  const words = [
    `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
    isQuiet ? '宁静日' : null,
    rest,
    ...events.map(({ text }) => `${text}入企`),
  ];
  return {
    day,
    look: isQuiet ? 'quiet' : working ? 'open' : 'rest',
    marks: [isQuiet ? '静' : null, rest].filter((word) => word !== null),
    tag: day === today ? '今天' : undefined,
    events: events.map(({ text, more }) => ({ text, more })),
    choosable: day >= today && (working || isQuiet || isUnplanned),
    label: words.filter(Boolean).join('，'),
  };
}

function sayMonth({ facts, body }: DraftDesk, weeks: Weeks): string {
  const open = weeks.flat().filter((day) => day?.look === 'open').length;
  const year = Number((body.day || body.month || dayOf(facts.now)).slice(0, 4));
  const counted = facts.visitCounts.find((count) => count.agencyKind === facts.lead.kind && count.year === year);
  return `可入企 ${open} 个工作日　本单位对该企业 ${year} 年 ${counted?.visits ?? 0} 次，上限 ${computeCap(facts)} 次`;
}

/** The month's other visits as a sentence; none, no sentence. */
function sayVisits(marks: readonly VisitMark[], month: string): string | undefined {
  const mine = marks.filter(({ day }) => day.startsWith(month));
  if (mine.length === 0) return undefined;
  return `这家企业${monthWords(month)}：${mine.map(({ day, text, more }) => `${Number(day.slice(8))}日 ${more} ${text}`).join('；')}。`;
}

function legendOf({ calendar }: EntryFacts, month: string): string[] {
  const year = month.slice(0, 4);
  const fixed = ['静　宁静日', '休　法定节假日、周末', '班　调休上班', '白底　可入企'];
  return isProvisional(calendar, Number(year)) ? [...fixed, `${year} 年放假安排尚未公布，按法定节假日和周末预估`] : fixed;
}

function Month({ desk: { facts, body }, month, weeks }: { desk: DraftDesk; month: string; weeks: Weeks }) {
  const today = dayOf(facts.now);
  return (
    <MonthCalendar
      name="day"
      title={monthWords(month)}
      caption={`宁静日：${sayRecurrences(facts.policy.values.quietDays.value.recurrences)}`}
      weeks={weeks.map((days) => ({ days, past: days.every((day) => day === null || day.day < today) }))}
      selected={body.day}
      legend={legendOf(facts, month)}
      sentence={sayVisits(marksOf(facts), month)}
      previous={month > today.slice(0, 7) ? { name: 'intent', value: `month:${addMonths(month, -1)}`, label: '上一月' } : undefined}
      next={{ name: 'intent', value: `month:${addMonths(month, 1)}`, label: '下一月' }}
    />
  );
}

function shownMonth({ facts, body }: DraftDesk): string {
  const today = dayOf(facts.now).slice(0, 7);
  const wanted = [body.month, body.day.slice(0, 7)].find((month) => isDay(`${month}-01`)) ?? today;
  const isPast = wanted < today;
  return isPast ? today : wanted;
}

function Times({ desk: { body, missing } }: { desk: DraftDesk }) {
  const error = (field: string) => (body.day ? missing[field]?.[0] : undefined);
  return (
    <div className="btns end-aligned mt-4">
      <TextField label="开始" name="startTime" inputMode="numeric" size={5} value={body.startTime} error={error('startTime')} />
      <TextField label="结束" name="endTime" inputMode="numeric" size={5} value={body.endTime} error={error('endTime')} />
      <TextField
        label="结束日期"
        name="endDay"
        optional
        hint="多日检查才填"
        size={11}
        placeholder="2026-12-22"
        value={body.endDay}
        error={error('endDay')}
      />
    </div>
  );
}

/** The month with quiet days, holidays and other visits; a quiet day can be chosen, and is then explained. */
export function DraftMonth({ desk }: { desk: DraftDesk }) {
  const { facts, body } = desk;
  const month = shownMonth(desk);
  const marks = marksOf(facts);
  const weeks = monthGrid(month).map((week) => week.map((day) => (day ? cellOf(facts, day, { kind: body.kind, marks }) : null)));
  return (
    <Section title="3　时间" end={`${monthWords(month)}　${sayMonth(desk, weeks)}`}>
      <input type="hidden" name="month" value={month} />
      {body.day && !body.day.startsWith(month) ? <input type="hidden" name="keptDay" value={body.day} /> : null}
      <fieldset id="day" tabIndex={-1}>
        <legend className="vh">选择入企日期，{monthWords(month)}</legend>
        <Month desk={desk} month={month} weeks={weeks} />
      </fieldset>
      <Times desk={desk} />
    </Section>
  );
}
