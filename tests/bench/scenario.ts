import type { Measured } from './rounds.ts';
import type { World } from './world.ts';

/** What a scenario found: load on several sides, the product first and its floor second, or plain lines of its own. */
export type Found = { readonly measured: readonly Measured[]; readonly notes: readonly string[] };

type Named = { readonly title: string; readonly goal: number | null };

/** One thing to measure, with the ratio it is meant to reach (design: performance.md); `alone` where neither server nor database is needed. */
export type Scenario = Named &
  (
    | { readonly alone?: false; readonly run: (world: World) => Promise<Found> }
    | { readonly alone: true; readonly run: () => Promise<Found> }
  );
