import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { Status } from '#ui/status.tsx';
import { statusLabels } from '../labels.ts';

/** A filing's status: shape, word and colour. `overdue`: the office has let it lie beyond its day. */
export function FilingStatusMark({ status, overdue = false }: { status: FilingStatus; overdue?: boolean }) {
  const { look, word } = statusLabels[status];
  return overdue ? <Status look="no">{`${word}，已逾期`}</Status> : <Status look={look}>{word}</Status>;
}
