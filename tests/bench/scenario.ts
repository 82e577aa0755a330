import type { Measured } from './rounds.ts';
import type { World } from './world.ts';

/** What a scenario found: load on several sides, the product first and its floor second, or plain lines of its own. */
export type Found = { readonly measured: readonly Measured[]; readonly notes: readonly string[] };

/** One thing to measure, with the ratio it is meant to reach (design: performance.md). */
export type Scenario = { readonly title: string; readonly goal: number | null; readonly run: (world: World) => Promise<Found> };
