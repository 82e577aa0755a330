import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { computePublicationDue, proposeDueDay } from '#domain/finding/clock.ts';
import { filingsWithin } from '#features/filing/queries/load-filing.ts';
import { db, type Prisma } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';
import { loadClock } from './load-clock.ts';

const findingFields = {
  ...{ id: true, no: true, agencyCode: true, matterId: true, checked: true, result: true, text: true, followUp: true, followUpNote: true },
  ...{ toAgencyCode: true, toAgency: { select: { shortName: true } } },
  rectification: { include: { recheckFiling: { select: { id: true, filingNo: true } } } },
} satisfies Prisma.FindingSelect;

const shown = {
  ...{ id: true, filingNo: true, status: true, startsAt: true, endsAt: true, submittedAt: true },
  enterprise: { select: { name: true } },
  agencies: {
    include: { agency: { select: { code: true, shortName: true, kind: true } } },
    orderBy: [{ isLead: 'desc' }, { agencyCode: 'asc' }],
  },
  matters: {
    include: { matter: { select: { id: true, code: true, name: true, agencyKind: true } } },
    orderBy: { matter: { code: 'asc' } },
  },
  findings: { select: findingFields },
  letters: { omit: { body: true } },
  evidence: {
    where: { conflict: '' },
    select: { id: true, agencyCode: true, matterId: true, deviceAt: true },
    orderBy: { receivedAt: 'asc' },
  },
} satisfies Prisma.FilingSelect;

type Loaded = Prisma.FilingGetPayload<{ select: typeof shown }>;

/** A filing's findings, agency by agency, as far as the scope reaches: everybody on the visit reads them, photos are their own agency's. */
function partsOf(filing: Loaded, scope: FilingScope) {
  const sees = (agency: string) => scope.kind === 'office' || scope.agencyCode === agency;
  return filing.agencies.map((part) => ({
    ...part,
    isOwn: scope.kind !== 'office' && scope.agencyCode === part.agencyCode,
    matters: filing.matters.filter(({ matter }) => matter.agencyKind === part.agency.kind).map(({ matter }) => matter),
    findings: filing.findings.filter(({ agencyCode }) => agencyCode === part.agencyCode),
    letter: filing.letters.find(({ agencyCode }) => agencyCode === part.agencyCode) ?? null,
    evidence: sees(part.agencyCode) ? filing.evidence.filter(({ agencyCode }) => agencyCode === part.agencyCode) : [],
  }));
}

function daysSetByOthers(filing: Loaded, agency: string): Day[] {
  return filing.findings.flatMap(({ agencyCode, rectification }) =>
    agencyCode !== agency && rectification ? [plainDayOf(rectification.dueDay)] : [],
  );
}

/** One filing with what was found, and what the form proposes; null where the scope does not reach it. */
export async function loadPartDesk(scope: FilingScope, id: string) {
  const filing = await db().filing.findFirst({ where: { ...filingsWithin(scope), id, filingNo: { not: null } }, select: shown });
  if (!filing) return null;
  const [clock, agencies] = await Promise.all([
    loadClock(scope.districtCode),
    db().agency.findMany({
      where: { districtCode: scope.districtCode },
      select: { code: true, shortName: true },
      orderBy: { code: 'asc' },
    }),
  ]);
  const days = clock.valueOf('findingsPublicWorkingDays');
  const parts = partsOf(filing, scope).map((part) => ({
    ...part,
    publishDue: part.checkedOutAt ? computePublicationDue(clock.calendar, part.checkedOutAt, days) : null,
  }));
  const others = daysSetByOthers(filing, scope.agencyCode);
  const proposedDue = proposeDueDay(clock.today, clock.valueOf('visit').rectificationDays, others);
  return { filing, parts, agencies, today: clock.today, now: clock.now, proposedDue, isUnified: others.includes(proposedDue) };
}
export type PartDesk = NonNullable<Awaited<ReturnType<typeof loadPartDesk>>>;
export type PartView = PartDesk['parts'][number];
export type FindingShown = PartView['findings'][number];
