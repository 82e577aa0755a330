import { batchFile } from '#features/batch/commands/work-batch.ts';
import { conductWatch } from '#features/conduct/commands/watch-conduct.ts';
import { declarationRemind } from '#features/declaration/commands/remind-agencies.ts';
import { drawRun } from '#features/draw/commands/compute-draw.ts';
import { drawWatch } from '#features/draw/commands/watch-draws.ts';
import { emergencyWatch } from '#features/emergency/commands/watch-emergencies.ts';
import { feedbackWatch } from '#features/feedback/commands/watch-feedback.ts';
import { filingWatch } from '#features/filing/commands/watch-filings.ts';
import { findingWatch } from '#features/finding/commands/watch-results.ts';
import { mergeSolve } from '#features/merge/commands/solve-run.ts';
import { messageWatch } from '#features/notification/commands/watch-messages.ts';
import { outboxSend } from '#features/outbox/commands/send-message.ts';
import { registerRead } from '#features/register/commands/read-register.ts';
import { sheetRead } from '#features/sheet/commands/read-sheet.ts';
import { visitWatch } from '#features/visit/commands/watch-visits.ts';
import { webhookSend } from '#features/webhook/commands/send-deliveries.ts';
import type { Job } from '#platform/jobs.ts';

/** All work that runs in the background. */
export const jobs: readonly Job[] = [
  batchFile,
  declarationRemind,
  sheetRead,
  registerRead,
  mergeSolve,
  drawRun,
  drawWatch,
  emergencyWatch,
  findingWatch,
  conductWatch,
  feedbackWatch,
  outboxSend,
  messageWatch,
  webhookSend,
  filingWatch,
  visitWatch,
];
