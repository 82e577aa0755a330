import 'server-only';
import type { AlertKind } from '#domain/conduct/alerts.ts';
import type { StepFlag } from '#domain/visit/steps.ts';
import { raiseAlert } from '#features/conduct/commands/raise-alert.ts';
import type { Notice } from '#platform/audit.ts';
import type { Statements } from '#platform/db.ts';
import { stepWords } from '../labels.ts';
import type { GatheredStep, VisitScope } from '../queries/gather-step.ts';
import type { VisitStepInput } from '../schema.ts';
import type { StoredStep } from './store-step.ts';

const alertOfFlag: Readonly<Partial<Record<StepFlag, AlertKind>>> = {
  unacknowledged: 'beforeAcknowledged',
  outsideWindow: 'outsideWindow',
};

function kindsOf(input: VisitStepInput, { conflict, flags }: StoredStep): AlertKind[] {
  if (conflict !== '') return ['notRecordable'];
  const refused: AlertKind[] = input.step === 'entryRefused' ? ['entryRefused'] : [];
  return [...refused, ...flags.flatMap((flag) => alertOfFlag[flag as StepFlag] ?? [])];
}

type Odd = {
  readonly gathered: GatheredStep;
  /** The step's or the picture's own: what it raises, it raises once. */
  readonly id: string;
  readonly words: string;
  readonly kinds: readonly AlertKind[];
  readonly conflict: string;
};

async function alertOffice(tx: Statements, scope: VisitScope, { gathered, id, words, kinds, conflict }: Odd): Promise<Notice[]> {
  const seen = { 单位: gathered.agencyName, 步骤: words, 备案编号: gathered.filingNo };
  const facts = conflict === '' ? seen : { ...seen, 为什么: conflict };
  for (const kind of kinds) {
    const about = { filingId: gathered.filing, agencyCode: scope.agencyCode, enterpriseId: gathered.enterpriseId };
    await raiseAlert(tx, { districtCode: scope.districtCode, kind, dedupe: id, ...about, facts });
  }
  if (kinds.length === 0) return [];
  const text = `${gathered.enterprise}：${gathered.agencyName}${words}，${conflict || '请核对'}`;
  return [{ to: { roles: ['officeClerk', 'officeDirector'] }, text, href: '/alerts' }];
}

/** Alerts the office of what is odd about a step; gives the notices that go with it. */
export function alertOfStep(
  tx: Statements,
  scope: VisitScope,
  { gathered, input, stored }: { gathered: GatheredStep; input: VisitStepInput; stored: StoredStep },
): Promise<Notice[]> {
  const { conflict } = stored;
  return alertOffice(tx, scope, { gathered, id: input.id, words: stepWords[input.step], kinds: kindsOf(input, stored), conflict });
}

/** The same for a picture that contradicts the record. */
export function alertOfPicture(
  tx: Statements,
  scope: VisitScope,
  { gathered, id, conflict }: Pick<Odd, 'gathered' | 'id' | 'conflict'>,
): Promise<Notice[]> {
  return alertOffice(tx, scope, { gathered, id, words: '照片', kinds: conflict === '' ? [] : ['notRecordable'], conflict });
}
