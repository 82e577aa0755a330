import 'server-only';
import type { Slot } from '#domain/batch/propose-times.ts';
import type { Chosen } from '../queries/find-enterprises.ts';
import type { VisitRow } from '../queries/load-visits.ts';
import { typedSlot } from '../schema/batch-request.ts';
import type { BatchForm } from '../schema.ts';

export type Item = Slot & { readonly enterpriseId: string };

type Pressed = { readonly removed: number | null; readonly moved: (Slot & { readonly position: number }) | null };

const isReal = (instant: Date) => instant.getTime() >= Date.UTC(2000, 0) && instant.getTime() < Date.UTC(2200, 0);

/** `remove:3` and `slot:3:<start>/<end>`; buttons are only text to whoever sends a form. */
function pressedOf(intent: string): Pressed {
  const [, word = '', place = '', value = ''] = /^(remove|slot):(\d{1,3})(?::(.*))?$/.exec(intent) ?? [];
  if (word === 'remove') return { removed: Number(place), moved: null };
  const [start, end] = value.split('/').map((text) => new Date(text));
  const isSlot = word === 'slot' && start && end && isReal(start) && isReal(end) && end > start;
  return { removed: null, moved: isSlot ? { position: Number(place), start, end } : null };
}

/** The items there with the times typed for them (one that is none leaves what stood), and the enterprises that come new. */
export function arrangeItems(
  form: BatchForm,
  { there, found }: { there: readonly VisitRow[]; found: readonly Chosen[] },
): { kept: Item[]; added: string[] } {
  const { removed, moved } = pressedOf(form.intent);
  const kept = there.flatMap(({ position, enterpriseId, start, end }, index) => {
    if (position === removed) return [];
    const slot = moved?.position === position ? moved : (typedSlot(form, index) ?? { start, end });
    return [{ enterpriseId, start: slot.start, end: slot.end }];
  });
  const known = new Set(there.map(({ enterpriseId }) => enterpriseId));
  return { kept, added: found.flatMap(({ id }) => (known.has(id) ? [] : [id])) };
}
