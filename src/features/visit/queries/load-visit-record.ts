import 'server-only';
import { readOpinion } from '#domain/finding/letter.ts';
import type { StepFlag, VisitStep } from '#domain/visit/steps.ts';
import { filingsWithin } from '#features/filing/queries/load-filing.ts';
import { db, type Prisma } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';

const person = { select: { name: true } };
const shown = {
  filedAt: true,
  agencies: { include: { agency: { select: { shortName: true } } }, orderBy: [{ isLead: 'desc' }, { agencyCode: 'asc' }] },
  matters: { select: { matter: { select: { id: true, code: true, name: true } } } },
  visitEvents: { include: { user: person }, orderBy: [{ receivedAt: 'asc' }, { deviceAt: 'asc' }, { id: 'asc' }] },
  evidence: {
    select: { id: true, agencyCode: true, matterId: true, deviceAt: true, receivedAt: true, receipt: true, conflict: true, user: person },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.FilingSelect;

type Loaded = Prisma.FilingGetPayload<{ select: typeof shown }>;
/** The phone's word beside the server's; `filedAt` bounds what a phone may say. */
export type RecordedStep = {
  readonly id: string;
  readonly step: VisitStep | 'photo';
  readonly matter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly who: string | null;
  readonly deviceAt: Date;
  readonly receivedAt: Date;
  readonly receipt: string;
  readonly conflict: string;
  readonly flags: readonly StepFlag[];
};

function stepsOf({ visitEvents, matters }: Loaded, agency: string): RecordedStep[] {
  const nameOf = (code: unknown) => matters.find(({ matter }) => matter.code === code)?.matter.name ?? null;
  return visitEvents
    .filter(({ agencyCode }) => agencyCode === agency)
    .map(({ body, user, flags, ...kept }) => {
      const said = body as Record<string, unknown>;
      return { ...kept, body: said, matter: nameOf(said.matter), who: user?.name ?? null, flags: flags as StepFlag[] };
    });
}

function photosOf({ evidence, matters }: Loaded, agency: string) {
  const nameOf = (id: string | null) => matters.find(({ matter }) => matter.id === id)?.matter.name ?? null;
  return evidence
    .filter(({ agencyCode }) => agencyCode === agency)
    .map(({ user, matterId, ...kept }) => ({ ...kept, matter: nameOf(matterId), who: user?.name ?? null }));
}

function partOf(filing: Loaded, part: Loaded['agencies'][number], scope: FilingScope) {
  const steps = stepsOf(filing, part.agencyCode);
  const said = steps.findLast(({ step, conflict }) => step === 'opinionGiven' && conflict === '');
  const photos = photosOf(filing, part.agencyCode);
  const seesPhotos = scope.kind === 'office' || scope.agencyCode === part.agencyCode;
  return { ...part, steps, photos, seesPhotos, opinion: said ? readOpinion(said.body) : null };
}

/**
 * What was reported of a visit, agency by agency: a joint visit has one form, so everybody on it reads every step, while photos open to
 * the office and to the agency that took them. Null where the scope does not reach the filing, empty where nothing was reported.
 */
export async function loadVisitRecord(scope: FilingScope, id: string) {
  const filing = await db().filing.findFirst({ where: { ...filingsWithin(scope), id }, select: shown });
  if (!filing?.filedAt) return null;
  const parts = filing.agencies.map((part) => partOf(filing, part, scope));
  const isReported = parts.some(({ steps, photos, absentAt, checkedInAt }) => steps.length + photos.length > 0 || checkedInAt || absentAt);
  return { filedAt: filing.filedAt, parts: isReported ? parts : [] };
}

export type VisitRecordView = NonNullable<Awaited<ReturnType<typeof loadVisitRecord>>>;
export type RecordedPart = VisitRecordView['parts'][number];
