import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import { Status } from '#ui/status.tsx';
import { drawLabels } from '../labels.ts';

/** How far a draw is, as shape, word and colour. */
export function DrawMark({ status }: { status: DrawStatus }) {
  return <Status look={drawLabels[status].look}>{drawLabels[status].word}</Status>;
}
