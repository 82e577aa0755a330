import type { FilingDraft } from './filing-draft.ts';

/** An instant with the offset of Beijing time, as the API takes it. */
function toLocalIso(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** What the filer sent in, in the shape of the API's body; who approved stands in the filing's own columns. */
export function requestOf(draft: FilingDraft) {
  const { kind, form = 'onsite', uscc, matters, agencies, inspectors } = draft;
  return {
    kind,
    planEntry: draft.planEntry?.no ?? null,
    enterprise: uscc,
    site: null,
    matters,
    form,
    start: toLocalIso(draft.start),
    end: toLocalIso(draft.end),
    coAgencies: agencies.slice(1),
    inspectors,
    assistants: [],
    trigger: draft.trigger ?? null,
    exemption: draft.exemption ?? null,
    overCapReason: draft.overCapReason ?? null,
    separate: null,
  };
}
