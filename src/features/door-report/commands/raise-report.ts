import 'server-only';
import { randomBytes } from 'node:crypto';
import { doorKindWords, doorWords } from '#domain/feedback/door.ts';
import { encodePublicCode, normalisePublicCode } from '#domain/inspection/public-code.ts';
import { raiseAlert } from '#features/conduct/commands/raise-alert.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { invalid, type Outcome, ok, stale } from '#platform/outcome.ts';
import { takePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import type { PublicScope } from '#platform/scope.ts';
import type { DoorReportInput } from '../schema.ts';

export type WeighedReport = DoorReportInput & { readonly wait: number | null };

/** Takes one of the points that an address has for reports: anybody may report, nobody may flood the office. */
export async function weighReport(input: DoorReportInput): Promise<WeighedReport> {
  return { ...input, wait: await takePoint('doorAddress', await callerAddress()) };
}

type Place = { readonly district: string | null; readonly filing: string | null; readonly enterprise: string | null };

/** The district that is told, and the filing behind the code where it is one of that district's. */
async function findPlace(tx: Tx, { code, district }: DoorReportInput): Promise<Place> {
  const [row] = await tx.$queryRaw<Place[]>(Prisma.sql`
    SELECT district.code AS district, filing.id AS filing, enterprise_id AS enterprise FROM district
    LEFT JOIN filing ON filing.district_code = district.code AND public_code = ${normalisePublicCode(code) ?? ''}
    WHERE district.code = ${district}`);
  return row ?? { district: null, filing: null, enterprise: null };
}

const alertOf = { notAsFiled: 'notAsFiled', refusedEntry: 'entryRefused' } as const;

/** An alert that names the filing and no agency: only the office reads what came from the door. */
async function alarm(tx: Tx, input: DoorReportInput, { id, filing, enterprise }: { id: string } & Omit<Place, 'district'>): Promise<void> {
  if (input.kind === 'question') return;
  const facts = { 反映: doorKindWords[input.kind], 情形: input.what.map((one) => doorWords[one]).join('、') || '见说明' };
  const about = { filingId: filing, enterpriseId: enterprise, facts };
  await raiseAlert(tx, { districtCode: input.district, kind: alertOf[input.kind], dedupe: `door/${id}`, ...about });
}

const wait = (seconds: number) => stale(`提交得太频繁，请 ${Math.ceil(seconds / 60)} 分钟后再试。急事请打办公室的电话。`);

/** Takes down what somebody says from the door, tells the office at once, and gives a receipt that is kept nowhere. */
export async function raiseReport({ tx, now, record }: Command<PublicScope>, input: WeighedReport): Promise<Outcome<{ receipt: string }>> {
  if (input.wait !== null) return wait(input.wait);
  const { kind, what, text, phone: contactPhone, district: districtCode } = input;
  const { district, filing, enterprise } = await findPlace(tx, input);
  if (district === null) return invalid({ district: ['请选择在哪个区县'] });
  const [id, receipt] = [newId(), encodePublicCode(randomBytes(17)).slice(0, 16)];
  const row = { id, districtCode, filingId: filing, kind, what, text, contactPhone, raisedAt: now, receiptHash: hashText(receipt) };
  await tx.doorReport.create({ data: row });
  await alarm(tx, input, { id, filing, enterprise });
  const said = `企业在门口反映：${doorKindWords[kind]}${what.length > 0 ? `，${what.map((one) => doorWords[one]).join('、')}` : ''}`;
  const notice = { to: { roles: ['officeClerk', 'officeDirector'] as const }, text: said, href: `/feedback#report-${id}` };
  record('door.reported', id, { kind, notices: [notice] });
  return ok({ receipt: receipt.match(/.{4}/g)?.join('-') ?? receipt });
}
