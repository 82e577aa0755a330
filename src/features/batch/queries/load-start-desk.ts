import 'server-only';
import { type EnterpriseChoice, searchEnterprises } from '#features/enterprise/queries.ts';
import { type DrawnPage, listDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type BatchSearch, mostItems } from '../schema.ts';

/** The first page of a batch: what was found in the register, one entry's drawn enterprises, the agency's templates. */
export type StartDesk = {
  readonly found: readonly EnterpriseChoice[];
  readonly drawn: DrawnPage['rows'];
  readonly entries: DrawnPage['entries'];
  readonly templates: readonly { readonly value: string; readonly label: string }[];
};

export async function loadStartDesk(scope: AgencyScope, { q, entry }: BatchSearch): Promise<StartDesk> {
  const [found, drawn, templates] = await Promise.all([
    q ? searchEnterprises(scope, q) : [],
    listDrawnVisits(scope, { page: 1, entry }, entry ? mostItems : 1),
    db().filingTemplate.findMany({
      where: { agencyCode: scope.agencyCode },
      orderBy: { name: 'asc' },
      take: 100,
      select: { id: true, name: true },
    }),
  ]);
  return {
    found,
    drawn: entry ? drawn.rows.filter(({ isOwn }) => isOwn) : [],
    entries: drawn.entries,
    templates: templates.map(({ id, name }) => ({ value: id, label: name })),
  };
}
