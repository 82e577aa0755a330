import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { addDays } from '#domain/calendar/local-day.ts';
import { isQuietDay } from '#domain/calendar/quiet-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import { type DistrictSeed, districts } from '../districts.data.ts';
import {
  type AgencyRecord,
  type EnterpriseRecord,
  type InspectorRecord,
  type MatterRecord,
  readAgencies,
  readCalendarDays,
  readEnterprises,
  readInspectors,
  readMatters,
  readTerritories,
  type TerritoryRecord,
} from '../reference/read-registers.ts';
import { type Journey, journey } from '../story.data.ts';
import { entries431103 } from './431103.data.ts';
import { entries511724 } from './511724.data.ts';
import type { EntryPlan } from './entry-plan.ts';
import { type Occasion, occasions431103, occasions511724 } from './occasions.data.ts';

/** What one district's story is told from: its register, its plan, and the day it is told on. */
export type Story = {
  readonly district: DistrictSeed;
  readonly districtCode: string;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly entries: readonly EntryPlan[];
  readonly occasions: readonly Occasion[];
  readonly journey: Journey;
  readonly agencies: ReadonlyMap<string, AgencyRecord>;
  readonly enterprises: ReadonlyMap<string, EnterpriseRecord>;
  readonly matters: ReadonlyMap<string, MatterRecord>;
  readonly inspectors: readonly InspectorRecord[];
  readonly territories: ReadonlyMap<string, TerritoryRecord>;
};

const told: Readonly<Record<string, Pick<Story, 'entries' | 'journey' | 'occasions'>>> = {
  '431103': { entries: entries431103, journey: journey.leng, occasions: occasions431103 },
  '511724': { entries: entries511724, journey: journey.dazhu, occasions: occasions511724 },
};

function readCalendar(): Calendar {
  const days = readCalendarDays();
  return {
    days: new Map(days.map(({ day, kind, name }) => [day, { kind, name }])),
    officialYears: new Set(days.map(({ year }) => year)),
  };
}

function readStory(district: DistrictSeed, today: Day): Story[] {
  const districtCode = district.row.code;
  const plot = told[districtCode];
  if (!plot) return [];
  const ofDistrict = (row: { districtCode: string }) => row.districtCode === districtCode;
  return [
    {
      ...{ district, districtCode, today, ...plot, calendar: readCalendar() },
      agencies: new Map(
        readAgencies()
          .filter(ofDistrict)
          .map((row) => [row.code, row]),
      ),
      enterprises: new Map(
        readEnterprises()
          .filter(ofDistrict)
          .map((row) => [row.uscc, row]),
      ),
      territories: new Map(readTerritories().map((row) => [row.code, row])),
      matters: new Map(readMatters().map((row) => [row.code, row])),
      inspectors: readInspectors().filter((row) => row.credentialNo !== null && row.agencyCode.startsWith(districtCode)),
    },
  ];
}

/** The stories of both districts as of a local day. */
export function readStories(today: Day): Story[] {
  return districts.flatMap((district) => readStory(district, today));
}

/** The value of a map that the data promises. */
export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the story names ${key}, the register does not`);
  return value;
}

export function isQuiet(story: Story, day: Day): boolean {
  return isQuietDay(story.district.policy.quietDays.value.recurrences, day);
}

/** The n-th working day before a day. */
export function workingDayBefore(calendar: Calendar, day: Day, n: number): Day {
  let found = day;
  for (let left = n; left > 0; ) {
    found = addDays(found, -1);
    if (isWorkingDay(calendar, found)) left -= 1;
  }
  return found;
}

/** An instant of a local day, `time` as HH:MM. */
export function at(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** First and last day of the month after the day's. */
export function nextMonth(day: Day): { readonly first: Day; readonly last: Day } {
  const first = `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
  return { first, last: addDays(`${addDays(`${first.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1) };
}

/** The earlier of two days; days compare as text. */
export function earlier(a: Day, b: Day): Day {
  return [a, b].sort()[0] ?? a;
}

export function later(a: Day, b: Day): Day {
  return earlier(a, b) === a ? b : a;
}
