import 'server-only';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import { db, Prisma, type Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';

/** Where a filing stands that may be copied: the agency's own, as its lead. */
export function ownFiling({ districtCode, agencyCode }: AgencyScope, id: string) {
  return { id, districtCode, leadAgencyCode: agencyCode, emergency: false };
}

/** An enterprise of the district by its code. */
export async function findEnterprise(
  tx: Tx,
  { districtCode }: AgencyScope,
  uscc: string,
): Promise<{ id: string; mergedIntoId: string | null } | null> {
  return tx.enterprise.findFirst({ where: { districtCode, uscc: uscc.toUpperCase() }, select: { id: true, mergedIntoId: true } });
}

export type TemplateRow = { readonly id: string; readonly name: string; readonly createdAt: Date; readonly createdBy: string };
export type TemplateDesk = {
  readonly now: Date;
  readonly templates: readonly TemplateRow[];
  /** The agency's filing sent in last, to be copied. */
  readonly last: { readonly id: string; readonly enterprise: string; readonly submittedAt: Date } | null;
};

/** The agency's templates, and the filing that its filers sent in last. */
export async function loadTemplateDesk(scope: AgencyScope): Promise<TemplateDesk> {
  const { agencyCode, districtCode } = scope;
  const [[clock], templates, last] = await Promise.all([
    db().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`),
    db().filingTemplate.findMany({
      where: { agencyCode },
      orderBy: { name: 'asc' },
      take: 200,
      select: { id: true, name: true, createdAt: true, createdBy: { select: { name: true } } },
    }),
    db().filing.findFirst({
      where: { districtCode, leadAgencyCode: agencyCode, channel: 'form', emergency: false },
      orderBy: { submittedAt: 'desc' },
      select: { id: true, submittedAt: true, enterprise: { select: { name: true } } },
    }),
  ]);
  return {
    now: clock?.now ?? new Date(0),
    templates: templates.map(({ createdBy, ...row }) => ({ ...row, createdBy: createdBy.name })),
    last: last && { id: last.id, submittedAt: last.submittedAt, enterprise: last.enterprise.name },
  };
}

export type CopyDesk = {
  readonly id: string;
  readonly filingNo: string | null;
  readonly enterprise: string;
  readonly kind: InspectionKind;
  readonly matters: readonly string[];
};

/** A filing of the agency's own that may be copied; null for everybody else's. */
export async function loadCopyDesk(scope: AgencyScope, id: string): Promise<CopyDesk | null> {
  const filing = await db().filing.findFirst({
    where: ownFiling(scope, id),
    select: {
      ...{ id: true, filingNo: true, kind: true, enterprise: { select: { name: true } } },
      matters: { select: { matter: { select: { name: true } } } },
    },
  });
  return filing && { ...filing, enterprise: filing.enterprise.name, matters: filing.matters.map(({ matter }) => matter.name) };
}
