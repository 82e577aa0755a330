import { composeFrozen } from '#domain/draw/compose-frozen.ts';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { writeFrozen } from '#domain/draw/write-record.ts';
import { demoAccounts } from '../accounts.data.ts';
import { insertProtocolDraw, type ObjectionDraft, type ProtocolDraw, type RoundDraft } from '../builders/protocol-draw.ts';
import type { Connection } from '../builders/rows.ts';
import { type Drawable, findDrawable } from './drawn-entries.ts';
import { at, known, type Story, workingDayBefore } from './story.ts';
import { listReserved } from './targets.ts';
import { hashOf, holdCeremony, type Share, shareOut } from './told-ceremony.ts';
import type { OpenEntry } from './year-plan.ts';

const hour = 3_600_000;
const after = (time: Date, hours: number) => new Date(+time + hours * hour);
const nameOf = ({ districtCode }: Story, role: string) =>
  demoAccounts.find((account) => account.districtCode === districtCode && account.role === role)?.username ?? '';

type Frozen = Pick<
  ProtocolDraw,
  'districtCode' | 'frozen' | 'text' | 'poolHash' | 'year' | 'serial' | 'planEntryId' | 'sample' | 'filer' | 'frozenAt' | 'objectionEnd'
>;

/** The next number of the district's year, as the product counts. */
async function takeSerial(db: Connection, { districtCode }: Story, year: number): Promise<number> {
  const { rows } = await db.query<{ last: number }>(
    'UPDATE draw_serial SET last = last + 1 WHERE district_code = $1 AND year = $2 RETURNING last',
    [districtCode, year],
  );
  return rows[0]?.last ?? 1;
}

function compose(story: Story, { entry, pool, agencies, sample }: Drawable, no: string): FrozenRecord {
  const { districtCode, district } = story;
  const { objectionHours, commitHours, revealHours, targetsPerOfficer } = district.policy.draw.value;
  const { no: number, fromDay, toDay } = entry.draft;
  const needs = agencies.map(({ agency, groups }) => ({ agency, groups }));
  const officers = Math.max(district.policy.minimumInspectors.value, needs.length);
  return composeFrozen(
    {
      ...{ district: districtCode, draw: no, previous: null, policy: `${districtCode}@1`, publicNumber: null, targetsPerOfficer },
      entries: [{ entry: number, planVersion: 1, fromDay, toDay, agencies: needs, officers, sample }],
      parties: [`${districtCode}-business-environment-office`, entry.draft.agencies[0] ?? '', `${districtCode}-justice-bureau`],
      hours: { objection: objectionHours, commit: commitHours, reveal: revealHours },
    },
    pool,
  );
}

async function freeze(db: Connection, story: Story, { drawable, frozenAt }: { drawable: Drawable; frozenAt: Date }): Promise<Frozen> {
  const { year, entry, sample, filer } = drawable;
  const serial = await takeSerial(db, story, year);
  const text = writeFrozen(compose(story, drawable, `${story.district.row.abbreviation}抽〔${year}〕${serial}号`));
  const objectionEnd = after(frozenAt, story.district.policy.draw.value.objectionHours);
  const named = { districtCode: story.districtCode, frozen: JSON.parse(text) as FrozenRecord, text, poolHash: hashOf(text) };
  return { ...named, year, serial, planEntryId: entry.id, sample, filer, frozenAt, objectionEnd };
}

/** The one round: the office, the lead and the witness commit, then reveal, an hour after each other; one party may withhold. */
function tellRound(story: Story, draw: Frozen, told: { shares: readonly Share[]; withheld?: string }): RoundDraft {
  const { commitHours, revealHours } = story.district.policy.draw.value;
  const people = [nameOf(story, 'officeClerk'), draw.filer, nameOf(story, 'witness')];
  const committed = after(draw.objectionEnd, 3);
  const revealEnd = after(committed, revealHours);
  const parties = told.shares.map(({ party, commitment, reveal }, index) => {
    const isWithheld = party === told.withheld;
    const revealedAt = isWithheld ? null : after(committed, index + 0.5);
    const acted = { agencyCode: party, username: people[index] ?? '', commitment, committedAt: after(draw.objectionEnd, index + 1) };
    return { ...acted, reveal: isWithheld ? null : reveal, revealedAt };
  });
  const failedAt = told.withheld === undefined ? null : after(revealEnd, 0.05);
  return { openedAt: draw.objectionEnd, commitEnd: after(draw.objectionEnd, commitHours), revealEnd, failedAt, parties };
}

/** A draw whose lead agency did not reveal in time: named, and void by the director's hand. */
async function tellVoid(db: Connection, story: Story, drawable: Drawable): Promise<void> {
  const draw = await freeze(db, story, { drawable, frozenAt: at(workingDayBefore(story.calendar, story.today, 7), '09:00') });
  const withheld = drawable.entry.draft.agencies[0] ?? '';
  const round = tellRound(story, draw, { shares: shareOut(draw.frozen, draw.poolHash, 1), withheld });
  const agency = known(story.agencies, withheld).shortName;
  const note = `${agency}承诺后没有在限时内揭示，本轮不算。本次抽取作废，名单核对后重新抽取。`;
  const voided = { at: after(round.revealEnd, 8), by: nameOf(story, 'officeDirector'), reason: 'withheld' as const, note };
  await insertProtocolDraw(db, { ...draw, round, voided });
}

/** A draw that went all the way, which anybody can compute again. */
async function tellPublished(db: Connection, story: Story, told: { drawable: Drawable; spared: ReadonlySet<string> }): Promise<void> {
  const { drawable, spared } = told;
  const draw = await freeze(db, story, { drawable, frozenAt: at(workingDayBefore(story.calendar, story.today, 5), '09:00') });
  const held = holdCeremony(draw.frozen, draw.poolHash, spared);
  // Whatever is drawn would touch somebody else's part in the story: it stays frozen, waiting for its parties.
  if (!held) return insertProtocolDraw(db, draw);
  const round = tellRound(story, draw, held);
  const drawnAt = after(draw.objectionEnd, 6);
  const { result, text } = held;
  const published = { result, text, hash: hashOf(text), drawnAt, at: after(drawnAt, 1), by: nameOf(story, 'officeClerk') };
  await insertProtocolDraw(db, { ...draw, round, published });
}

/** An hour ago where the story's day is today, so that the objection period runs; else that day's morning. */
async function readMorning(db: Connection, { today }: Story): Promise<Date> {
  const { rows } = await db.query<{ at: Date }>(
    `SELECT CASE WHEN (now() AT TIME ZONE 'Asia/Shanghai')::date = $1::date THEN now() - interval '1 hour' ELSE $2::timestamptz END AS at`,
    [today, at(today, '09:00')],
  );
  return rows[0]?.at ?? at(today, '09:00');
}

function tellObjections(story: Story, { frozen, frozenAt }: Frozen, spared: ReadonlySet<string>): ObjectionDraft[] {
  const firm = frozen.subjects.find(({ id }) => !spared.has(id));
  const person = frozen.inspectors.at(-1);
  if (!firm || !person) return [];
  const { contactName, contactPhone } = known(story.enterprises, firm.id);
  const register = '已核对登记数据：住所仍在本辖区，名单以登记为准，保留。迁移登记办结后不再列入以后的名单。';
  const named = story.inspectors.find(({ credentialNo }) => credentialNo === person.id)?.name ?? '';
  return [
    {
      ...{ uscc: firm.id, contact: { name: contactName, phone: contactPhone }, raisedAt: after(frozenAt, 0.25) },
      text: '我公司正在办理住所迁移，下月起不在本辖区经营，请核对是否还应列入名单。',
      answer: { text: register, by: nameOf(story, 'officeClerk'), at: after(frozenAt, 0.75) },
    },
    {
      ...{ credential: person.id, contact: { name: named, phone: '199 0000 0099' }, raisedAt: after(frozenAt, 0.8) },
      text: '本人配偶在名单内一家企业任职，回避登记里还没有这一条，请核对。',
    },
  ];
}

/** A draw whose frozen record lies open to objections: one answered, one waiting for the office. */
async function tellObjected(db: Connection, story: Story, told: { drawable: Drawable; spared: ReadonlySet<string> }): Promise<void> {
  const draw = await freeze(db, story, { drawable: told.drawable, frozenAt: await readMorning(db, story) });
  await insertProtocolDraw(db, { ...draw, objections: tellObjections(story, draw, told.spared) });
}

async function listDrawn(db: Connection, { districtCode }: Story): Promise<string[]> {
  const { rows } = await db.query<{ uscc: string }>(
    'SELECT DISTINCT uscc FROM drawn_target JOIN enterprise ON enterprise.id = enterprise_id WHERE district_code = $1',
    [districtCode],
  );
  return rows.map(({ uscc }) => uscc);
}

/**
 * Draws by the protocol beside the registered ones: one published, one open to objections, one void. They are of entries that lie ahead
 * and that nothing else is told of, and draw no enterprise that has a part of its own; where the day leaves too few, fewer are told.
 */
export async function tellDraws(db: Connection, story: Story, entries: readonly OpenEntry[]): Promise<void> {
  const [published, objected, failed] = await findDrawable(db, story, { entries, most: 3 });
  const spared = new Set([...listReserved(story), ...(await listDrawn(db, story))]);
  if (failed) await tellVoid(db, story, failed);
  if (published) await tellPublished(db, story, { drawable: published, spared });
  if (objected) await tellObjected(db, story, { drawable: objected, spared });
}
