import 'server-only';
import { isComplete } from '#domain/finding/clock.ts';
import { resultWords } from '#domain/finding/codes.ts';
import { judgeFinding } from '#domain/finding/judge-finding.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { advanceFiling } from '#features/visit/commands/advance-filing.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { type FieldErrors, invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import { type FindingScope, gatherPart, lockPart, type Part } from '../queries/find-part.ts';
import type { FindingItem, FindingsForm } from '../schema.ts';
import { endRechecked, numberFindings, type Rechecked, type Recorded, storeFindings } from './store-findings.ts';

type Context = Command<FindingScope, Statements>;
/** What came of recording: which filing, the findings' numbers, whether every matter of the part has one now. */
export type Noted = { readonly filing: string; readonly filingNo: string; readonly numbers: readonly string[]; readonly complete: boolean };
/** How a field of the n-th finding is named in the place where it was typed. */
type PathOf = (index: number, field: string) => string;

const inside: readonly FilingStatus[] = ['checkedIn', 'left', 'findingRecorded', 'rated', 'unrated'];

function refuseNow({ status, checkedInAt, isIssued }: Part): Outcome<never> | null {
  if (isIssued) return stale('检查结果告知书已经发出，结果不能再改。');
  if (checkedInAt === null || !inside.includes(status)) return stale('入企签到以后才能录入检查结果。');
  return null;
}

function problemsOf(part: Part, item: FindingItem): { readonly field: string; readonly say: string }[] {
  const matter = part.matters.find(({ code }) => code === item.matter);
  if (!matter) return [{ field: 'matter', say: '不是本单位这次检查的事项' }];
  const order = part.findings.find(({ matterId }) => matterId === matter.id)?.order;
  if (order && order !== 'ordered') return [{ field: 'result', say: '这项整改已经报告或者复查，结果不能再改' }];
  const addressee = item.toAgency !== null && !part.agencies.includes(item.toAgency);
  return [...judgeFinding(item, part), ...(addressee ? [{ field: 'toAgency', say: '本区县没有这个单位' }] : [])];
}

function judgeAll(part: Part, items: readonly FindingItem[], pathOf: PathOf): FieldErrors {
  const twice = items.flatMap(({ matter }, index) =>
    items.findIndex((other) => other.matter === matter) < index ? [[pathOf(index, 'matter'), ['同一事项写了两次']] as const] : [],
  );
  const wrong = items.flatMap((item, index) => problemsOf(part, item).map(({ field, say }) => [pathOf(index, field), [say]] as const));
  return Object.fromEntries([...wrong, ...twice]);
}

/** Whoever a case or a copy goes to is told when it is first addressed to them. */
function noticesOf(part: Part, items: readonly FindingItem[]): Notice[] {
  return numberFindings(part, items).flatMap(({ matterId, item }) => {
    const before = part.findings.find((finding) => finding.matterId === matterId)?.toAgency;
    const isAddressed = item.followUp === 'handOver' || item.followUp === 'copyToAgency';
    if (!isAddressed || item.toAgency === null || item.toAgency === before || item.toAgency === part.agency) return [];
    const matter = part.matters.find(({ id }) => id === matterId)?.name ?? '';
    const text = `${part.agencyName}${item.followUp === 'handOver' ? '移送' : '抄告'}：${part.enterprise}，${matter}，${resultWords[item.result]}`;
    return [{ to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes: [item.toAgency] }, text, href: '/findings?view=received' }];
  });
}

function recordStored({ record }: Context, { part, items, complete }: Recorded, rechecked: readonly Rechecked[]): Noted {
  const numbered = numberFindings(part, items);
  const findings = numbered.map(({ no, item }) => ({ no, matter: item.matter, result: item.result, followUp: item.followUp }));
  record('finding.recorded', part.filingId, { agency: part.agency, findings, complete, notices: noticesOf(part, items) });
  for (const { filing, ...ended } of rechecked) record('rectification.rechecked', filing, { ...ended, by: part.filingNo });
  return { filing: part.filingId, filingNo: part.filingNo, numbers: numbered.map(({ no }) => no), complete };
}

/** Records findings of the own agency's part of a visit; what is there already is mended, until the letter is issued. */
async function recordItems(
  context: Context,
  asked: { filing: string; items: readonly FindingItem[]; pathOf: PathOf },
): Promise<Outcome<Noted>> {
  const { tx, scope } = context;
  const id = await lockPart(tx, scope, asked.filing);
  if (id === null) return notFound();
  const part = await gatherPart(tx, id, scope.agencyCode);
  const refused = refuseNow(part);
  if (refused) return refused;
  const fields = judgeAll(part, asked.items, asked.pathOf);
  if (Object.keys(fields).length > 0) return invalid(fields);
  const found = [...part.findings.map(({ matterId }) => matterId), ...numberFindings(part, asked.items).map(({ matterId }) => matterId)];
  const matters = part.matters.map((matter) => matter.id);
  const by = scope.actor.type === 'user' ? scope.actor.id : null;
  const recorded = { part, items: asked.items, by, complete: isComplete(matters, found) };
  await storeFindings(tx, recorded);
  const rechecked = await endRechecked(tx, recorded);
  if (recorded.complete && part.recordedAt === null) await advanceFiling(tx, id);
  return ok(recordStored(context, recorded, rechecked));
}

/** One finding of one matter, as the phone sends it; fields of a refusal are named as they are in the input. */
export function noteFinding(context: Context, { filing, ...item }: FindingItem & { readonly filing: string }): Promise<Outcome<Noted>> {
  return recordItems(context, { filing, items: [item], pathOf: (_index, field) => field });
}

/** Several at once, as another system sends them. */
export function reportFindings(
  context: Context,
  { filingNo, findings }: { readonly filingNo: string; readonly findings: readonly FindingItem[] },
): Promise<Outcome<Noted>> {
  return recordItems(context, { filing: filingNo, items: findings, pathOf: (index, field) => `findings.${index}.${field}` });
}

type Typed = FindingsForm['items'][number];

function toItem({ checked, result = 'nothingFound', followUp = 'none', toAgency, dueDay, ...rest }: Typed): FindingItem {
  return { ...rest, result, followUp, checked: checked === 'yes', toAgency: toAgency || null, dueDay: dueDay || null };
}

/** The form of all matters: those without a result yet are left for later, and at least one has one. */
export function recordFindings(context: Context, { filing, items }: FindingsForm): Promise<Outcome<Noted>> {
  const typed = items.flatMap((item, index) => (item.result ? [{ index, item }] : []));
  if (typed.length === 0) return refuseEmpty(context, filing);
  const unanswered = typed
    .filter(({ item }) => !item.followUp)
    .map(({ index }) => [`items[${index}].followUp`, ['请选择后续处理']] as const);
  if (unanswered.length > 0) return refuseEmpty(context, filing, Object.fromEntries(unanswered));
  const pathOf: PathOf = (nth, field) => `items[${typed[nth]?.index ?? 0}].${field}`;
  return recordItems(context, { filing, items: typed.map(({ item }) => toItem(item)), pathOf });
}

/** Says what is missing, but only to those whose part it is. */
async function refuseEmpty(
  { tx, scope }: Context,
  filing: string,
  fields: FieldErrors = { 'items[0].result': ['请至少录入一个事项的结果'] },
): Promise<Outcome<never>> {
  return (await lockPart(tx, scope, filing)) === null ? notFound() : invalid(fields);
}
