import 'server-only';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type EnterpriseRow, listAllEnterprises } from '../queries/list-enterprises.ts';
import type { EnterpriseFilter } from '../schema.ts';

/** Hands out the register under these filters and records who took how much of it. */
export async function exportEnterprises(
  { tx, scope, record }: Command<AgencyScope | OfficeScope>,
  filter: EnterpriseFilter,
): Promise<Outcome<readonly EnterpriseRow[]>> {
  const rows = await listAllEnterprises(scope, filter, tx);
  const { page: _page, ...conditions } = filter;
  record('enterprise.listExported', scope.actor.id, { conditions, enterprises: rows.length });
  return ok(rows);
}
