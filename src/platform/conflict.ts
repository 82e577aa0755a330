/** Shapes in which two writers in each other's way arrive: serialisation, deadlock, lock time-out, unique, exclusion. */
const conflictCodes = new Set(['40001', '40P01', '55P03', '23505', '23P01', 'P2034', 'P2002']);

/** Thrown by a command when a conditional update found the limit taken, or the status moved on: the whole transaction is tried again and judged anew. */
export class LimitTaken extends Error {}

function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const fields = error as Record<string, unknown>;
  const own = [fields.code, fields.originalCode].filter((code) => typeof code === 'string');
  if (fields.kind === 'TransactionWriteConflict') own.push('40001');
  return [
    ...own,
    ...codesOf(fields.meta, depth + 1),
    ...codesOf(fields.cause, depth + 1),
    ...codesOf(fields.driverAdapterError, depth + 1),
  ];
}

/** Whether trying again can help. A commit's conflict carries no code at all, only its cause (measured; see the design's stack page). */
export function isConflict(error: unknown): boolean {
  return error instanceof LimitTaken || codesOf(error).some((code) => conflictCodes.has(code));
}
