import { Status } from '#ui/status.tsx';
import { type SheetStatus, statusLabels } from '../labels.ts';

/** Where a sheet stands, as shape, word and colour. */
export function SheetStatusMark({ status }: { status: SheetStatus }) {
  const { word, look } = statusLabels[status];
  return <Status look={look}>{word}</Status>;
}
