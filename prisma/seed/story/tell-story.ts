import { yearOf } from '#domain/calendar/local-day.ts';
import { insertFilings } from '../builders/filing.ts';
import { type Connection, insertRows } from '../builders/rows.ts';
import { tellComing } from './coming-visits.ts';
import { tellDeclarations } from './declared-year.ts';
import { openDiary } from './diary.ts';
import { tellClaims, tellNamed } from './named-visits.ts';
import { tellMessages } from './notifications.ts';
import { tellPast } from './past-visits.ts';
import { tellRefusals } from './refusals.ts';
import { judgeAll } from './replay.ts';
import type { Story } from './story.ts';
import { tellVisits } from './tell-visits.ts';
import { tellContacts } from './told-contacts.ts';
import { tellDraws } from './told-draws.ts';
import { tellEmergencies } from './told-emergencies.ts';
import { tellFeedback } from './told-feedback.ts';
import { tellUnplanned } from './unplanned-visits.ts';
import { type OpenEntry, publishYear } from './year-plan.ts';

/** In the first months last year belongs to the picture too. */
function listYears({ today }: Story): number[] {
  const year = yearOf(today);
  return today.slice(5) < '04-01' ? [year - 1, year] : [year];
}

async function publishYears(db: Connection, story: Story, years: readonly number[]): Promise<OpenEntry[]> {
  const entries: OpenEntry[] = [];
  const owners = new Map<string, string>();
  for (const year of years) entries.push(...(await publishYear(db, story, { year, owners })));
  return entries;
}

/** Named visits first, because others give way to them; then what was done, then what is coming. */
function composeVisits(story: Story, entries: readonly OpenEntry[], past: readonly number[]) {
  const diary = openDiary();
  const named = tellNamed({ story, entries, diary });
  const done = entries.flatMap((entry) => tellPast(story, entry, diary));
  const due = new Set(entries.flatMap(({ targets }) => targets.map(({ uscc }) => uscc)));
  const unplanned = past.flatMap((year) => tellUnplanned(story, year, { diary, due }));
  const claims = tellClaims({ story, entries, diary });
  const coming = tellComing(story, entries, diary);
  return { done: [...done, ...unplanned], coming: [...named, ...claims, ...coming] };
}

/** Writes one district's story: plans, draws, what was done, what is coming, what was refused, and who was told. */
export async function tellStory(db: Connection, story: Story): Promise<void> {
  const past = listYears(story);
  const entries = await publishYears(db, story, [...past, yearOf(story.today) + 1]);
  const { done, coming } = composeVisits(story, entries, past);
  const filed = await insertFilings(db, judgeAll(story, entries, [...coming, ...done]));
  const refusals = past.flatMap((year) => tellRefusals(story, entries, year));
  await insertRows(db, 'refusal', refusals);
  const told = coming.flatMap((draft, index) => filed.slice(index, index + 1).map((filing) => ({ draft, filing })));
  const first = coming.length;
  const went = done.flatMap((draft, index) => filed.slice(first + index, first + index + 1).map((filing) => ({ draft, filing })));
  await tellVisits(db, story, went);
  await tellFeedback(db, story);
  await tellEmergencies(db, story);
  await tellContacts(db, story);
  await insertRows(db, 'notification', tellMessages(story, told));
  await tellDraws(db, story, entries);
  await tellDeclarations(db, story);
}
