import 'server-only';
import type { z } from 'zod';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findEnterprise, ownFiling } from '../queries/load-templates.ts';
import { type copyStart, openedBody, reusable, type templateKeep, type templateStart } from '../schema.ts';

/** The reusable part of a filing of the agency's own; null for everybody else's. */
async function reusableOf({ tx, scope }: Command<AgencyScope>, filing: string) {
  const found = await tx.filing.findFirst({ where: ownFiling(scope, filing), select: { request: true } });
  return found && reusable(found.request, scope.agencyCode);
}

/** Keeps what a filing can be used for again under a name of the agency's own; a name stands once. */
export async function keepTemplate(context: Command<AgencyScope>, { filing, name }: z.output<typeof templateKeep>): Promise<Outcome<null>> {
  const { tx, scope, record } = context;
  const body = await reusableOf(context, filing);
  if (!body) return notFound();
  const taken = { name: [`已有名为“${name}”的模板，请换一个名字`] };
  if (await tx.filingTemplate.findFirst({ where: { agencyCode: scope.agencyCode, name }, select: { id: true } })) return invalid(taken);
  const id = newId();
  await tx.filingTemplate.create({ data: { id, agencyCode: scope.agencyCode, name, body, createdById: filerOf(scope).id } });
  record('template.kept', id, { name, filing });
  return ok(null);
}

/** Throws a template of the agency away; what was filed with it stays. */
export async function removeTemplate(
  { tx, scope, record }: Command<AgencyScope>,
  { template }: { template: string },
): Promise<Outcome<null>> {
  const { count } = await tx.filingTemplate.deleteMany({ where: { id: template, agencyCode: scope.agencyCode } });
  if (count === 0) return notFound();
  record('template.removed', template);
  return ok(null);
}

type Next = { readonly uscc: string; readonly day?: string | undefined; readonly body: unknown };

/** A draft for the enterprise named, filled in with what is used again. */
async function openDraft({ tx, scope, record }: Command<AgencyScope>, { uscc, day, body }: Next): Promise<Outcome<{ draft: string }>> {
  const enterprise = await findEnterprise(tx, scope, uscc);
  if (!enterprise) return invalid({ uscc: ['本区县没有这个统一社会信用代码的企业'] });
  if (enterprise.mergedIntoId) return invalid({ uscc: ['这条企业记录已并入另一条，请用那一条的代码'] });
  const draft = newId();
  const { districtCode, agencyCode } = scope;
  const data = {
    id: draft,
    districtCode,
    agencyCode,
    authorId: filerOf(scope).id,
    enterpriseId: enterprise.id,
    body: openedBody(body, day),
  };
  await tx.filingDraft.create({ data });
  record('draft.started', draft);
  return ok({ draft });
}

/** The same visit once more: a draft from an earlier filing. */
export async function copyFiling(
  context: Command<AgencyScope>,
  { filing, uscc, day }: z.output<typeof copyStart>,
): Promise<Outcome<{ draft: string }>> {
  const body = await reusableOf(context, filing);
  return body ? openDraft(context, { uscc, day, body }) : notFound();
}

/** A draft from a template. */
export async function startFromTemplate(
  context: Command<AgencyScope>,
  { template: id, uscc, day }: z.output<typeof templateStart>,
): Promise<Outcome<{ draft: string }>> {
  const { tx, scope } = context;
  const template = await tx.filingTemplate.findFirst({ where: { id, agencyCode: scope.agencyCode }, select: { body: true } });
  return template ? openDraft(context, { uscc, day, body: template.body }) : notFound();
}
