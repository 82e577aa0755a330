import 'server-only';
import type { z } from 'zod';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Prisma } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { type FieldErrors, invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { proposalKindWords } from '../labels.ts';
import { findOwnMatter, loadGroups } from '../queries/find-own-matter.ts';
import type { MatterFields, matterAddition, matterChange, matterWithdrawal } from '../schema.ts';

type Proposed = { readonly proposal: string };
type Wanted = {
  readonly kind: keyof typeof proposalKindWords;
  readonly matterCode: string | null;
  readonly fields: MatterFields;
  readonly reason: string;
};

async function store({ tx, scope, record }: Command<AgencyScope>, wanted: Wanted): Promise<Outcome<Proposed>> {
  const { districtCode, agencyCode } = scope;
  const { matterCode } = wanted;
  const open = matterCode ? await tx.matterProposal.count({ where: { districtCode, matterCode, status: 'open' } }) : 0;
  if (open > 0) return stale('这个事项已有一份申请在等审核，审核后再提。');
  const id = newId();
  const fields = wanted.fields as unknown as Prisma.InputJsonValue;
  await tx.matterProposal.create({ data: { ...wanted, id, districtCode, agencyCode, fields, proposedById: filerOf(scope).id } });
  const agency = await tx.agency.findUniqueOrThrow({ where: { code: agencyCode }, select: { shortName: true } });
  const text = `${agency.shortName}申请${proposalKindWords[wanted.kind]}事项：${wanted.fields.name}`;
  const notice: Notice = { to: { roles: ['officeClerk', 'officeDirector'] }, text, href: `/matters/proposals/${id}` };
  record('matter.proposed', id, { kind: wanted.kind, matter: matterCode, notices: [notice] });
  return ok({ proposal: id });
}

/** A matter keeps to the ranges of competence of its agency, and to groups that the district knows. */
async function faultsOf({ tx, scope }: Command<AgencyScope>, { group, mergeableGroup }: MatterFields): Promise<FieldErrors> {
  const known = await loadGroups(tx, scope);
  return {
    ...(known.groups.some(({ value }) => value === group) ? {} : { group: ['请选择本单位的执法范围'] }),
    ...(mergeableGroup === '' || known.mergeable.includes(mergeableGroup) ? {} : { mergeableGroup: ['请选择已有的合并组'] }),
  };
}

/** Proposes a matter of one's own that the catalogue does not have yet. */
export async function proposeAddition(
  context: Command<AgencyScope>,
  { reason, ...fields }: z.output<typeof matterAddition>,
): Promise<Outcome<Proposed>> {
  const faults = await faultsOf(context, fields);
  if (Object.keys(faults).length > 0) return invalid(faults);
  return store(context, { kind: 'add', matterCode: null, fields, reason });
}

/** Proposes that one's own matter should read differently. */
export async function proposeChange(
  context: Command<AgencyScope>,
  { matter, reason, ...fields }: z.output<typeof matterChange>,
): Promise<Outcome<Proposed>> {
  const current = await findOwnMatter(context.tx, context.scope, matter);
  if (!current) return notFound();
  const faults = await faultsOf(context, fields);
  if (Object.keys(faults).length > 0) return invalid(faults);
  const isSame = Object.entries(current).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(fields[name as keyof MatterFields]),
  );
  if (isSame) return invalid({ name: ['和现行的一样，没有改动'] });
  return store(context, { kind: 'change', matterCode: matter, fields, reason });
}

/** Proposes that one's own matter should leave the catalogue. */
export async function proposeWithdrawal(
  context: Command<AgencyScope>,
  { matter, reason }: z.output<typeof matterWithdrawal>,
): Promise<Outcome<Proposed>> {
  const fields = await findOwnMatter(context.tx, context.scope, matter);
  if (!fields) return notFound();
  return store(context, { kind: 'withdraw', matterCode: matter, fields, reason });
}
