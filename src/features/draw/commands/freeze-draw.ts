import 'server-only';
import { sayPoolFault } from '#domain/draw/choose-sample.ts';
import { composeFrozen, type EntryHead, officersOf, type Pool, type RecordHead, readPool, sizeOf } from '#domain/draw/compose-frozen.ts';
import { findLackingOfficers, type Names, sayBarred, sizeTeam } from '#domain/draw/officers-lacking.ts';
import { judgePool } from '#domain/draw/sample.ts';
import { type Barred, spareRotation } from '#domain/draw/spare-rotation.ts';
import { compareText, writeFrozen } from '#domain/draw/write-record.ts';
import { nameOfPolicy } from '#domain/law/policy.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { hashText } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type DrawableEntry, gatherEntries, latestVoid } from '../queries/gather-entries.ts';
import { gatherPool } from '../queries/gather-pool.ts';
import { loadNames } from '../queries/load-names.ts';
import { type DrawRules, loadDrawRules } from '../queries/load-rules.ts';
import type { DrawId } from '../schema.ts';
import { judgeAgain, refuseNumber } from './judge-preparation.ts';
import { type LockedDraw, lockDraw, shareRegister } from './lock-draw.ts';

type Material = { readonly draw: LockedDraw; readonly entries: readonly DrawableEntry[]; readonly rules: DrawRules };

/** How many go to each target: the policy's minimum, one of each agency, and as many as it takes to cover every range. */
function headOf({ draw, rules }: Material, { id, no, planVersion, fromDay, toDay, agencies }: DrawableEntry, pool: Pool): EntryHead {
  const { value: minimum } = rules.policy.values.minimumInspectors;
  const sample = draw.entries.find((part) => part.id === id)?.sample ?? 0;
  const needs = agencies.map(({ agency, groups }) => ({ agency, groups }));
  return {
    entry: no,
    planVersion,
    fromDay,
    toDay,
    agencies: needs,
    officers: sizeTeam({ agencies: needs, minimum }, officersOf(pool)),
    sample,
  };
}

function recordHead(material: Material, pool: Pool, no: string): RecordHead {
  const { draw, entries, rules } = material;
  const { objectionHours, commitHours, revealHours, targetsPerOfficer } = rules.policy.values.draw.value;
  return {
    district: draw.districtCode,
    draw: no,
    previous: latestVoid(entries)?.no ?? null,
    policy: nameOfPolicy(rules.policy),
    entries: entries.map((entry) => headOf(material, entry, pool)),
    parties: partiesOf(material) ?? [],
    hours: { objection: objectionHours, commit: commitHours, reveal: revealHours },
    publicNumber: draw.publicNumber,
    targetsPerOfficer,
  };
}

/** The office, the lead agency and the witness, in the order of the seed; null where a part has nobody. */
function partiesOf({ draw, rules }: Material): readonly string[] | null {
  return rules.office && rules.witness ? [rules.office, draw.agencyCode, rules.witness] : null;
}

type Made = Pool & { readonly barred: readonly Barred[]; readonly names: Names };

/** The pool as the registers have it, rotation yielding where it would leave nobody to send. */
async function makePool(tx: Tx, material: Material): Promise<Made> {
  const { draw, entries, rules } = material;
  const { districtCode } = draw;
  const pool = readPool(await gatherPool(tx, { districtCode, entries, policy: rules.policy.values }), entries.length);
  const heads = entries.map((entry) => headOf(material, entry, pool));
  const { officers, barred } = spareRotation(heads, pool);
  return { ...pool, officers, barred, names: await loadNames(tx, districtCode) };
}

/** Samples against the pools, inspectors against what the targets need: what must change before this may be frozen. */
function findFaults(material: Material, pool: Made): string[] {
  const { policy } = material.rules;
  const heads = material.entries.map((entry) => headOf(material, entry, pool));
  const samples = heads.flatMap(({ entry, sample }, at) => {
    const asked = { size: sizeOf(pool, at), sample };
    const fault = judgePool({ ...asked, draw: policy.values.draw });
    return fault ? [`${entry}：${sayPoolFault(fault, asked)}`] : [];
  });
  const { targetsPerOfficer } = policy.values.draw.value;
  const lacking = findLackingOfficers(heads, { officers: officersOf(pool), targetsPerOfficer, names: pool.names });
  return [...samples, ...lacking, ...sayBarred(pool.barred, heads)];
}

async function gatherMaterial({ tx, scope }: Command<AgencyScope>, draw: LockedDraw): Promise<Material> {
  await shareRegister(tx, scope.districtCode);
  const roots = draw.entries.map(({ id }) => id);
  const entries = await gatherEntries(tx, scope.districtCode, roots);
  return {
    draw,
    entries: entries.toSorted((one, other) => compareText(one.no, other.no)),
    rules: await loadDrawRules(scope.districtCode, tx),
  };
}

function refuse(material: Material, now: Date): Outcome<never> | null {
  const { draw, entries, rules } = material;
  if (entries.length < draw.entries.length) return stale('有计划项已不在现行计划里。请删除这次准备，按现行计划重新准备。');
  if (partiesOf(material) === null) return stale('办公室经办或独立监督方还没有人。请系统管理员先开通账号。');
  const changed = judgeAgain(entries, new Map(draw.entries.map(({ id, sample }) => [id, sample])), rules);
  if (changed.length > 0) return invalid({ '': changed });
  const late = refuseNumber(draw.publicNumber, { rules, now });
  return late ? stale(`${late}，或不用公共号码重新准备。`) : null;
}

/** The next number of the district's year: taken with the freeze or not at all, so none is skipped. */
async function takeNumber(tx: Tx, { draw, rules }: Material): Promise<{ serial: number; no: string }> {
  const [row] = await tx.$queryRaw<{ last: number }[]>(Prisma.sql`INSERT INTO draw_serial AS serial (district_code, year, last)
    VALUES (${draw.districtCode}, ${draw.year}, 1) ON CONFLICT (district_code, year) DO UPDATE SET last = serial.last + 1 RETURNING last`);
  const serial = row?.last ?? 0;
  return { serial, no: `${rules.abbreviation}抽〔${draw.year}〕${serial}号` };
}

type Frozen = { readonly text: string; readonly poolHash: string; readonly subjects: number; readonly objectionEnd: Date };

async function store(
  { tx, scope, now }: Command<AgencyScope>,
  { draw, entries }: Material,
  frozen: Frozen & { no: string; serial: number },
) {
  const { text, poolHash, subjects, objectionEnd, no, serial } = frozen;
  const { count } = await tx.draw.updateMany({
    where: { id: draw.id, districtCode: scope.districtCode, status: 'prepared' },
    data: { status: 'frozen', no, serial, frozenAt: now, previousId: latestVoid(entries)?.id ?? null },
  });
  if (count === 0) return false;
  // Entries stand in the record by their number: their rows say the same place.
  await tx.drawEntry.deleteMany({ where: { drawId: draw.id } });
  await tx.drawEntry.createMany({
    data: entries.map(({ id }, position) => {
      return { drawId: draw.id, planEntryId: id, position, sample: draw.entries.find((part) => part.id === id)?.sample ?? 1 };
    }),
  });
  await tx.$executeRaw(Prisma.sql`INSERT INTO draw_record (draw_id, frozen, pool_hash, subjects, frozen_at, frozen_by_id, objection_end)
    VALUES (${draw.id}::uuid, ${text}, ${poolHash}, ${subjects}, ${now}, ${scope.actor.id}::uuid, ${objectionEnd})`);
  return true;
}

function noticesOf({ draw, entries }: Material, no: string): Notice[] {
  const agencyCodes = [...new Set(entries.flatMap(({ agencies }) => agencies.map(({ agency }) => agency)))];
  const text = `${no}的名单已冻结并公开，异议期满后请各方承诺`;
  const href = `/drawing/${draw.id}`;
  return [
    { to: { roles: ['officeClerk', 'officeDirector', 'witness'] }, text, href },
    { to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes }, text, href },
  ];
}

/** Freezes the pool as the registers have it at this instant: from now on its record and hash are public and nothing in it changes. */
export async function freezeDraw(context: Command<AgencyScope>, input: DrawId): Promise<Outcome<{ draw: string; no: string }>> {
  const { tx, scope, now, record } = context;
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (draw?.agencyCode !== scope.agencyCode) return notFound();
  if (draw.status !== 'prepared') return stale(`名单已经冻结为 ${draw.no}。`);
  const material = await gatherMaterial(context, draw);
  const refused = refuse(material, now);
  if (refused) return refused;
  const pool = await makePool(tx, material);
  const faults = findFaults(material, pool);
  if (faults.length > 0) return invalid({ '': faults });
  const number = await takeNumber(tx, material);
  const text = writeFrozen(composeFrozen(recordHead(material, pool, number.no), pool));
  const poolHash = hashText(text);
  const objectionEnd = new Date(now.getTime() + material.rules.policy.values.draw.value.objectionHours * 3_600_000);
  const isStored = await store(context, material, { text, poolHash, subjects: pool.subjects.length, objectionEnd, ...number });
  if (!isStored) return stale('这次抽取刚刚有变化，请刷新后再看。');
  record('draw.frozen', draw.id, {
    ...number,
    poolHash,
    subjects: pool.subjects.length,
    objectionEnd,
    notices: noticesOf(material, number.no),
  });
  return ok({ draw: draw.id, no: number.no });
}
