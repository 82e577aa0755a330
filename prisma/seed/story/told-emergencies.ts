import type { Day } from '#domain/calendar/day.ts';
import { computeDue } from '#domain/calendar/working-day.ts';
import { demoAccounts } from '../accounts.data.ts';
import { insertFilings } from '../builders/filing.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { inspectorIdOf, newId, userIdOf } from '../builders/ids.ts';
import { type Connection, insertRows } from '../builders/rows.ts';
import type { EnterpriseRecord, MatterRecord } from '../reference/read-registers.ts';
import { responsibleLeaders } from '../responsible-leaders.data.ts';
import { type Alarm, alarms } from './emergencies.data.ts';
import { peopleOf } from './people.ts';
import { at, known, type Story, workingDayBefore } from './story.ts';
import { isCovered, listReserved } from './targets.ts';
import { chooseTeam, listCandidates } from './teams.ts';
import { noticeFor } from './visit-drafts.ts';

const minute = 60_000;
const usernameOf = ({ districtCode }: Story, role: string, agency?: string) =>
  demoAccounts.find((one) => one.districtCode === districtCode && one.role === role && (!agency || one.agencyCode === agency))?.username ??
  '';

/** Enterprises that nobody comes to around that time, those whose territory is told first. */
async function listQuiet(db: Connection, story: Story): Promise<EnterpriseRecord[]> {
  const { rows } = await db.query<{ uscc: string }>(
    `SELECT uscc FROM enterprise JOIN filing ON enterprise_id = enterprise.id WHERE enterprise.district_code = $1 AND starts_at > now() - interval '90 days'`,
    [story.districtCode],
  );
  const out = new Set([...listReserved(story), ...rows.map(({ uscc }) => uscc)]);
  const free = [...story.enterprises.values()].filter(({ uscc, status }) => status === 'active' && !out.has(uscc));
  const isTold = ({ uscc }: EnterpriseRecord) => noticeFor(story, uscc).notice !== undefined;
  return [...free.filter(isTold), ...free.filter((one) => !isTold(one))];
}

type Scene = { readonly alarm: Alarm; readonly day: Day; readonly firms: EnterpriseRecord[]; readonly turn: number };

function mattersOf({ agencies, matters }: Story, agency: string): MatterRecord[] {
  const { kind } = known(agencies, agency);
  return [...matters.values()].filter(({ agencyKind }) => agencyKind === kind);
}

/** The first matter, enterprise and team that go together. */
function stage(story: Story, { alarm, day, firms, turn }: Scene): Pick<FilingDraft, 'uscc' | 'matters' | 'inspectors'> | null {
  const agency = `${story.districtCode}-${alarm.agency}`;
  for (const { code } of mattersOf(story, agency)) {
    const firm = firms.find((one) => isCovered(story, [code], one));
    const need = { agencies: [agency], matters: [code], fromDay: day, toDay: day, salt: alarm.confirmationNo };
    const team = firm && chooseTeam(listCandidates(story, need), firm.uscc, turn);
    if (!firm || !team) continue;
    firms.splice(firms.indexOf(firm), 1);
    return { uscc: firm.uscc, matters: [code], inspectors: team.going };
  }
  return null;
}

function draftOf(story: Story, { alarm, day }: Scene, place: Pick<FilingDraft, 'uscc' | 'matters' | 'inspectors'>): FilingDraft {
  const agency = `${story.districtCode}-${alarm.agency}`;
  const called = at(day, alarm.called);
  const { author: _author, ...people } = peopleOf(story, agency);
  return {
    ...{ districtCode: story.districtCode, status: 'left', kind: 'case', agencies: [agency], ...place, ...people, emergency: true },
    ...{ start: at(day, alarm.entered), end: new Date(at(day, alarm.entered).getTime() + 120 * minute) },
    ...{ submittedAt: called, approvedAt: called, filedAt: called },
    trigger: { type: 'tipOff', reference: `电话报告 ${day.replaceAll('-', '')}` },
    ...noticeFor(story, place.uscc),
  };
}

const later = (story: Story, day: Day, days: number) => computeDue(story.calendar, day, days).day;

/** What is kept of the call and of the supplement. */
function callRow(story: Story, { alarm, day }: Scene, filingId: string) {
  const { districtCode } = story;
  const agencyCode = `${districtCode}-${alarm.agency}`;
  const leader = responsibleLeaders[agencyCode] ?? '';
  const dueDay = later(story, day, story.district.policy.emergencySupplementWorkingDays.value);
  const isLate = alarm.fate === 'late';
  const head = demoAccounts.find(({ agencyCode: code, role }) => code === agencyCode && role === 'agencyHead');
  return {
    ...{ filingId, districtCode, agencyCode, confirmationNo: alarm.confirmationNo, reason: alarm.reason },
    ...{ callerId: inspectorIdOf(leader), callerPhone: head?.phone ?? '', calledAt: at(day, alarm.called) },
    clerkId: userIdOf(districtCode, usernameOf(story, 'officeClerk')),
    ...{ endedAt: at(day, alarm.left), dueDay, reminders: alarm.fate === 'open' ? 0 : 2, late: isLate },
    overdueAt: alarm.fate === 'open' ? null : new Date(at(dueDay, '23:59').getTime() + 31 * minute),
    supplementedAt: isLate ? at(later(story, dueDay, 2), '10:20') : null,
    supplementedById: isLate ? userIdOf(districtCode, usernameOf(story, 'agencyFiler', agencyCode)) : null,
    approverId: isLate ? inspectorIdOf(leader) : null,
  };
}

async function tellOne(db: Connection, story: Story, scene: Scene): Promise<void> {
  const place = stage(story, scene);
  if (!place) return;
  const [filing] = await insertFilings(db, [draftOf(story, scene, place)]);
  if (!filing) return;
  const { alarm, day } = scene;
  await db.query('UPDATE filing_agency SET checked_in_at = $2, checked_out_at = $3, people_came = 2, shown_at = $2 WHERE filing_id = $1', [
    ...[filing.id, at(day, alarm.entered), at(day, alarm.left)],
  ]);
  const row = callRow(story, scene, filing.id);
  await insertRows(db, 'emergency', [row]);
  const asked = { id: newId(), filingId: filing.id, clerkId: row.clerkId, at: new Date(at(day, alarm.entered).getTime() + 4 * minute) };
  await insertRows(db, 'emergency_call', alarm.asked ? [{ ...asked, answer: 'confirmed', note: '' }] : []);
  if (alarm.fate !== 'overdue') return;
  const alert = { id: newId(), districtCode: story.districtCode, kind: 'supplementOverdue', dedupe: `supplementOverdue:${filing.id}` };
  const facts = { 备案编号: filing.filingNo, 补报期限: row.dueDay };
  await insertRows(db, 'alert', [
    { ...alert, filingId: filing.id, agencyCode: row.agencyCode, facts, raisedAt: row.overdueAt, status: 'open', handledNote: '' },
  ]);
}

/** The district's emergencies: one that has to be supplemented, one that is overdue, one that came too late. */
export async function tellEmergencies(db: Connection, story: Story): Promise<void> {
  const firms = await listQuiet(db, story);
  for (const [turn, alarm] of alarms.entries()) {
    const day = workingDayBefore(story.calendar, story.today, alarm.daysAgo);
    await tellOne(db, story, { alarm, day, firms, turn });
  }
}
