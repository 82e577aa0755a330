/** What the order of sending looks at: one thing done on the phone, in the order in which it was done (`seq`). */
export type QueuedStep = {
  readonly id: string;
  readonly seq: number;
  readonly filing: string;
  readonly step: string;
  readonly state: 'waiting' | 'received' | 'refused';
  /** How often the server failed at it. */
  readonly tries: number;
};

/** After so many failures a step holds up only itself. */
const patience = 3;

/** A failed step goes before what follows it on its visit: a check-in always, a photo never, others a few times. */
const holdsUp = ({ step, tries }: QueuedStep): boolean => step === 'checkedIn' || (step !== 'photo' && tries < patience);

/** By what was done first; never by the phone's clock, which may be set between two steps. */
export function inOrder<Step extends QueuedStep>(steps: readonly Step[]): Step[] {
  return steps.toSorted((one, other) => one.seq - other.seq);
}

/** The next to send in a run: it waits, was not tried in this run, and nothing before it on its visit failed and holds it up. */
export function findNext<Step extends QueuedStep>(steps: readonly Step[], tried: ReadonlySet<string>): Step | undefined {
  const waiting = inOrder(steps).filter(({ state }) => state === 'waiting');
  const held = new Map<string, number>();
  for (const step of waiting)
    if (tried.has(step.id) && holdsUp(step)) held.set(step.filing, Math.min(step.seq, held.get(step.filing) ?? step.seq));
  return waiting.find(({ id, filing, seq }) => !tried.has(id) && seq < (held.get(filing) ?? Number.POSITIVE_INFINITY));
}
