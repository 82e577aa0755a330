/** Where the supplement of an emergency stands: owed, owed too long, came too late, came in time. */
export const emergencyStates = ['open', 'overdue', 'late', 'done'] as const;
export type EmergencyState = (typeof emergencyStates)[number];
