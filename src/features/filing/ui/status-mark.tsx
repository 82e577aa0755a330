import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { Status } from '#ui/status.tsx';
import { statusLabels } from '../labels.ts';

/** A filing's status: shape, word and colour. */
export function FilingStatusMark({ status }: { status: FilingStatus }) {
  const { look, word } = statusLabels[status];
  return <Status look={look}>{word}</Status>;
}
