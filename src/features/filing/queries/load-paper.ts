import 'server-only';
import { wasTold } from '#features/territory/queries/told-sql.ts';
import { db, type Prisma } from '#platform/db.ts';
import type { FilingScope, NoticeScope } from '#platform/scope.ts';
import { type FilingView, filingsWithin, loadFiling } from './load-filing.ts';

/** What stands on the filing form: the record with its registered changes. */
export type FormPaper = FilingView & {
  readonly acts: readonly {
    readonly no: number | null;
    readonly registeredAt: Date | null;
    readonly touches: readonly string[];
    readonly reason: string;
    readonly agency: string;
  }[];
};

/** A filing that has its number, within the scope, for the form on paper; null where there is none. */
export async function loadFormPaper(scope: FilingScope, id: string): Promise<FormPaper | null> {
  const filing = await loadFiling(scope, id);
  if (!filing?.filingNo) return null;
  const acts = await db().filingAmendment.findMany({
    where: { filingId: id, districtCode: scope.districtCode, status: 'registered' },
    select: { no: true, registeredAt: true, touches: true, reason: true, agency: { select: { shortName: true } } },
    orderBy: { no: 'asc' },
  });
  return { ...filing, acts: acts.map(({ agency, ...act }) => ({ ...act, agency: agency.shortName })) };
}

const noticed = {
  enterprise: { select: { name: true, uscc: true } },
  leadAgency: { select: { shortName: true } },
  agencies: { select: { isLead: true, agency: { select: { shortName: true } } } },
  matters: { select: { matter: { select: { name: true, basisInstrument: true, basisArticle: true } } } },
  inspectors: { select: { inspector: { select: { name: true, credentialNo: true, agency: { select: { shortName: true } } } } } },
  notice: { select: { sentAt: true, acknowledgedAt: true, territory: { select: { name: true } } } },
  contactsTold: { select: { user: { select: { name: true } } }, orderBy: { userId: 'asc' } },
  district: { select: { name: true, officeName: true, officePhone: true, officeHours: true } },
} as const;

/** Which filings somebody reads the notice of: those one may see, or is still told of; null for none. */
async function noticesWithin(scope: FilingScope | NoticeScope, id: string): Promise<Prisma.FilingWhereInput | null> {
  if (scope.kind !== 'territory' && scope.kind !== 'contact') return filingsWithin(scope);
  return (await wasTold(db(), scope, id)) ? { districtCode: scope.districtCode } : null;
}

/** What stands on the notice to the enterprise and its territory; null where there is no numbered filing, or it is nobody of theirs. */
export async function loadNoticePaper(scope: FilingScope | NoticeScope, id: string) {
  const within = await noticesWithin(scope, id);
  if (!within) return null;
  const filing = await db().filing.findFirst({ where: { ...within, id, filingNo: { not: null } }, include: noticed });
  if (!filing?.filingNo || !filing.publicCode || !filing.filedAt) return null;
  const record = await db().auditRecord.findFirst({
    where: { subject: id },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    select: { hash: true },
  });
  return { ...filing, filingNo: filing.filingNo, publicCode: filing.publicCode, filedAt: filing.filedAt, hash: record?.hash ?? null };
}

export type NoticePaper = NonNullable<Awaited<ReturnType<typeof loadNoticePaper>>>;
