import { createHash } from 'node:crypto';
import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf, daysBetween } from '#domain/calendar/local-day.ts';
import { computeDue } from '#domain/calendar/working-day.ts';
import { computeFeedbackClock } from '#domain/feedback/clock.ts';
import { demoAccounts } from '../accounts.data.ts';
import { newId, userIdOf } from '../builders/ids.ts';
import { type Connection, insertRows } from '../builders/rows.ts';
import { earlier, type Story } from './story.ts';

const rule = { invitationDays: 1, reminderDays: [3, 7], closesDays: 15 };

type Visit = {
  readonly filing: string;
  readonly status: string;
  readonly phone: string;
  readonly ended: Date;
  readonly agencies: readonly string[];
  readonly names: string;
};
type Asked = Visit & { readonly turn: number; readonly isAnswered: boolean };
type Answer = Asked & {
  readonly id: string;
  readonly agency: string;
  readonly overall: string;
  readonly conduct: readonly string[];
  readonly on: Day;
};

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function findVisits(db: Connection, districtCode: string): Promise<Asked[]> {
  const { rows } = await db.query<Visit>(
    `SELECT filing.id AS filing, filing.status::text AS status, contact_phone AS phone, parts.ended, parts.agencies, parts.names
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN LATERAL (SELECT max(checked_out_at) AS ended, array_agg(agency_code) AS agencies,
      string_agg(short_name, '、') AS names FROM filing_agency JOIN agency ON code = agency_code WHERE filing_id = filing.id AND checked_out_at IS NOT NULL) parts ON ended IS NOT NULL
    WHERE filing.district_code = $1 AND filing.status IN ('rated', 'unrated', 'archived') ORDER BY parts.ended, filing_no`,
    [districtCode],
  );
  return rows.map((visit, turn) => ({ ...visit, turn, isAnswered: visit.status === 'archived' ? turn % 5 < 2 : visit.status === 'rated' }));
}

/** Mostly satisfied; one agency in seven less so. */
function overallOf(agency: string, turn: number): string {
  const isWorse = Number.parseInt(hash(agency).slice(0, 4), 16) % 7 === 0;
  if (turn % (isWorse ? 4 : 13) === 1) return 'dissatisfied';
  return turn % 5 === 2 ? 'fairly' : 'satisfied';
}

function answersOf(story: Story, asked: Asked): Answer[] {
  const { turn, ended, agencies, isAnswered } = asked;
  const on = addDays(dayOf(ended), 1 + (turn % 9));
  if (!isAnswered) return [];
  return agencies.map((agency, index) => {
    const conduct = turn % 37 === 6 ? ['no-designated-agency'] : [];
    return { ...asked, id: newId(), agency, overall: overallOf(agency, turn + index), conduct, on: earlier(on, story.today) };
  });
}

function invitationRow(story: Story, { filing, ended, isAnswered, turn }: Asked) {
  const { dueAt, closesAt } = computeFeedbackClock(ended, rule);
  const answeredAt = isAnswered ? new Date(dueAt.getTime() + (turn % 9) * 86_400_000) : null;
  return {
    ...{
      filingId: filing,
      districtCode: story.districtCode,
      status: isAnswered ? 'answered' : 'closed',
      tokenHash: hash(`seed/${filing}`),
    },
    ...{ dueAt, invitedAt: dueAt, reminders: isAnswered ? 0 : 2, closesAt, openedAt: answeredAt, answeredAt },
  };
}

function feedbackRow(story: Story, { id, filing, agency, overall, conduct, on, turn }: Answer) {
  const isBad = overall === 'dissatisfied';
  const said = { credentialsShown: turn % 31 !== 4, filingShown: turn % 11 !== 5, codeScanned: turn % 3 !== 0, twoOfficers: true };
  const went = { asFiled: !isBad, withinTime: turn % 17 !== 8, courtesy: isBad ? 2 : 4 + (turn % 2), guidance: isBad ? 2 : 3 + (turn % 3) };
  return {
    ...{ id, districtCode: story.districtCode, filingId: filing, agencyCode: agency, overall, ...said, ...went, conduct },
    ...{ disturbance: isBad ? 'heavy' : turn % 4 === 1 ? 'slight' : 'none', text: isBad ? '来的时间长，问的和备案的不一样。' : '' },
    ...{ mayCallBack: turn % 2 === 0, receiptHash: hash(`receipt/${id}`), answeredOn: on },
  };
}

/** Whoever was dissatisfied is called back: what is older than ten days is done, some of the rest was tried once. */
function taskRow(story: Story, { id, on, turn }: Answer) {
  const clerk = demoAccounts.find(({ districtCode, role }) => districtCode === story.districtCode && role === 'officeClerk');
  const isDone = clerk !== undefined && daysBetween(on, story.today) > 10;
  const done = { attempts: 1, doneAt: new Date(`${addDays(on, 2)}T10:00:00+08:00`), note: '已向企业了解，转请单位说明并改进' };
  const open = { attempts: turn % 2, doneAt: null, note: turn % 2 === 1 ? '没有接通，下午再打' : '' };
  return {
    ...{
      feedbackId: id,
      districtCode: story.districtCode,
      raisedAt: new Date(`${on}T09:30:00+08:00`),
      dueDay: computeDue(story.calendar, on, 3).day,
    },
    ...{ ...(isDone ? done : open), doneById: isDone ? userIdOf(story.districtCode, clerk.username) : null },
  };
}

/** What went out in the last month: most of it arrived, a few numbers were wrong. */
function messageRow(story: Story, { filing, ended, names, phone, turn }: Asked) {
  const { dueAt } = computeFeedbackClock(ended, rule);
  const isFailed = turn % 19 === 3;
  const params = { filing, office: '', day: dayOf(ended), agencies: names, lastDay: addDays(dayOf(ended), rule.closesDays) };
  const sent = isFailed
    ? { status: 'failed', attempts: 6, sentBy: '', sentAt: null }
    : { status: 'sent', attempts: 1, sentBy: 'sms', sentAt: dueAt };
  return {
    ...{ id: newId(), districtCode: story.districtCode, channel: 'sms', recipient: phone, template: 'rateInvited', params },
    ...{ ...sent, error: isFailed ? '短信网关答复 400' : '', createdAt: dueAt },
  };
}

/** What enterprises said of the visits of the past, whom the office called back, and what it had sent them. */
export async function tellFeedback(db: Connection, story: Story): Promise<void> {
  const asked = await findVisits(db, story.districtCode);
  const answers = asked.flatMap((visit) => answersOf(story, visit));
  await insertRows(
    db,
    'feedback_invitation',
    asked.map((visit) => invitationRow(story, visit)),
  );
  await insertRows(
    db,
    'feedback',
    answers.map((answer) => feedbackRow(story, answer)),
  );
  const unhappy = answers.filter(({ overall, conduct }) => overall === 'dissatisfied' || conduct.length > 0);
  await insertRows(
    db,
    'callback_task',
    unhappy.map((answer) => taskRow(story, answer)),
  );
  const lately = asked.filter(({ ended, phone }) => phone !== '' && daysBetween(dayOf(ended), story.today) <= 31);
  await insertRows(
    db,
    'outbox_message',
    lately.map((visit) => messageRow(story, visit)),
  );
}
