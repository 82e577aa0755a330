import { declarationRemind } from '#features/declaration/commands/remind-agencies.ts';
import { mergeSolve } from '#features/merge/commands/solve-run.ts';
import { sheetRead } from '#features/sheet/commands/read-sheet.ts';
import type { Job } from '#platform/jobs.ts';

/** All work that runs in the background. */
export const jobs: readonly Job[] = [declarationRemind, sheetRead, mergeSolve];
