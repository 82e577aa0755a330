import type { DeclarationStatus } from '#domain/declaration/lifecycle.ts';
import type { LineOutcome } from '#domain/plan/review-step.ts';
import { Status } from '#ui/status.tsx';
import { outcomeLabels, statusLabels } from '../labels.ts';

/** A declaration's status: shape, word and colour. */
export function DeclarationStatusMark({ status }: { status: DeclarationStatus }) {
  const { look, word } = statusLabels[status];
  return <Status look={look}>{word}</Status>;
}

/** What the office made of a line. */
export function OutcomeMark({ outcome }: { outcome: LineOutcome }) {
  const { look, word } = outcomeLabels[outcome];
  return <Status look={look}>{word}</Status>;
}
