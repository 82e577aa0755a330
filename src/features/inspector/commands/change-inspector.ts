import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { type FieldErrors, invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { InspectorChange } from '../schema.ts';
import { type LockedInspector, lockInspector } from './lock-inspector.ts';

/** What is wrong with a change, by field: a credential has its days in order, a range is one of the agency's or was held before. */
function faultsOf(found: LockedInspector, { groups, validFrom, validTo, leftOn }: InspectorChange): FieldErrors {
  const faults: Record<string, string[]> = {};
  const hasCredential = found.credentialKind !== 'none';
  if (hasCredential && !validFrom) faults.validFrom = ['请填写有效期起'];
  if (hasCredential && !validTo) faults.validTo = ['请填写有效期止'];
  if (validFrom && validTo && validFrom > validTo) faults.validTo = ['有效期止早于有效期起'];
  if (!hasCredential && (validFrom || validTo)) faults.validTo = ['没有执法证的人员不填有效期'];
  if (leftOn && leftOn > found.today) faults.leftOn = ['离岗日期不能晚于今天'];
  if (groups.some((group) => !found.ranges.includes(group) && !found.groups.includes(group))) faults.groups = ['只能选择本单位的执法范围'];
  return faults;
}

/** Changes the ranges, the validity or the leaving of one of the agency's inspectors; not over somebody else's change. */
export async function changeInspector(
  { tx, scope, record }: Command<AgencyScope>,
  input: InspectorChange,
): Promise<Outcome<{ inspector: string }>> {
  const found = await lockInspector(tx, scope, input.inspector);
  if (!found) return notFound();
  if (found.seen !== input.seen) return stale('这名执法人员的登记刚刚改过，请核对后再改。');
  const faults = faultsOf(found, input);
  if (Object.keys(faults).length > 0) return invalid(faults);
  const { id, groups, validFrom, validTo, leftOn } = found;
  const after = { groups: [...new Set(input.groups)].sort(), validFrom: input.validFrom, validTo: input.validTo, leftOn: input.leftOn };
  await tx.$executeRaw(Prisma.sql`UPDATE inspector SET groups = ${after.groups}, valid_from = ${after.validFrom}::date, valid_to = ${after.validTo}::date,
    left_on = ${after.leftOn}::date WHERE id = ${id}::uuid AND agency_code = ${scope.agencyCode}`);
  record('inspector.changed', id, { before: { groups, validFrom, validTo, leftOn }, after });
  return ok({ inspector: id });
}
