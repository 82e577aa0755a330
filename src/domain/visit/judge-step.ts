import { type FilingStatus, liveStatuses } from '#domain/inspection/lifecycle.ts';
import type { EntryGate } from '#domain/territory/entry-gate.ts';
import { readHappened, type SentClocks } from './happened.ts';
import type { VisitPart } from './status.ts';
import type { StepFlag, VisitStep } from './steps.ts';

/** What a step is judged by: the filing, the own agency's part, who reports, and the clocks. */
export type StepFacts = {
  readonly step: VisitStep;
  readonly clocks: SentClocks;
  readonly status: FilingStatus;
  readonly window: { readonly start: Date; readonly end: Date };
  readonly part: VisitPart;
  /** Whether the person stands in the form; a unit's own system speaks for all of its people. */
  readonly isNamed: boolean;
  readonly gate: EntryGate;
};

/**
 * `counts` with what is odd about it; `refused`: done now and may not be; `conflict`: it happened, says the phone, and contradicts the
 * record: kept, shown to its author and to the office, and counting for nothing.
 */
export type StepVerdict =
  | { readonly kind: 'counts'; readonly flags: readonly StepFlag[] }
  | { readonly kind: 'refused'; readonly say: string }
  | { readonly kind: 'conflict'; readonly say: string };

const overWords: Readonly<Partial<Record<FilingStatus, string>>> = {
  submitted: '这次检查还没有备案。',
  held: '这次检查还在等办公室处理。',
  returned: '这件备案已经退回。',
  withdrawn: '这件备案已经撤回。',
  expired: '备案的时段已过，一直没有签到，备案已失效。',
  revoked: '这件备案已被撤销。',
};

const before: readonly VisitStep[] = ['taken', 'codeShown', 'checkedIn', 'entryRefused'];

/** What contradicts the record, however and whenever it was done. */
function contradiction({ step, status, part, isNamed }: StepFacts): string | null {
  const over = overWords[status];
  if (over) return over;
  if (!isNamed) return '您不在这件备案的执法人员之内。';
  if (part.absentAt !== null) return '本单位已按没有到场登记。';
  if (before.includes(step)) return contradictionBefore(step, part, status);
  if (part.checkedInAt === null) return '本单位还没有入企签到。';
  return step === 'checkedOut' && part.checkedOutAt !== null ? '本单位已经离企签退。' : null;
}

function contradictionBefore(step: VisitStep, part: VisitPart, status: FilingStatus): string | null {
  if (step === 'checkedIn' && part.checkedInAt !== null) return '本单位已经入企签到。';
  if (step === 'entryRefused' && part.checkedInAt !== null) return '已经入企签到，不能再记为拒绝入企。';
  return step !== 'codeShown' && step !== 'taken' && !liveStatuses.includes(status) ? '这次检查已经结束。' : null;
}

/** What a check-in has to wait for: the window that was filed, and the territory's word. */
function oddities({ step, clocks, window, gate }: StepFacts): { readonly flag: StepFlag; readonly say: string }[] {
  if (step !== 'checkedIn') return [];
  const { at } = readHappened(clocks);
  const early = at < window.start ? '还没有到备案的开始时间，到时间再签到。' : null;
  const outside = at >= window.end ? '备案的时段已过，不能再签到。要再去，请另行备案。' : early;
  return [
    ...(outside ? [{ flag: 'outsideWindow' as const, say: outside }] : []),
    ...(gate.open ? [] : [{ flag: 'unacknowledged' as const, say: gate.say }]),
  ];
}

/** Judges one step of a visit (design: interface.md, The phone; rules.md, territory-notice). */
export function judgeStep(facts: StepFacts): StepVerdict {
  const { late, clockOff } = readHappened(facts.clocks);
  const say = contradiction(facts);
  if (say !== null) return { kind: late ? 'conflict' : 'refused', say };
  const odd = oddities(facts);
  const [first] = odd;
  if (first && !late) return { kind: 'refused', say: first.say };
  const clock: StepFlag[] = clockOff ? ['clockOff'] : [];
  return { kind: 'counts', flags: [...(late ? (['late'] as const) : []), ...odd.map(({ flag }) => flag), ...clock] };
}
