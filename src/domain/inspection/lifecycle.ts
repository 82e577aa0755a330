/** States of a filing (备案), as the record keeps them. */
export const filingStatuses = [
  'submitted',
  'held',
  'filed',
  'filedWithCondition',
  'returned',
  'withdrawn',
  'expired',
  'revoked',
  'checkedIn',
  'left',
  'findingRecorded',
  'rated',
  'unrated',
  'archived',
] as const;
export type FilingStatus = (typeof filingStatuses)[number];

/** Who moves a filing: `machine` is the verdict or the clock, `agency` its filer or head. */
export type Mover = 'machine' | 'agency' | 'agencyHead' | 'office' | 'officeDirector' | 'inspector' | 'enterprise';

type Moves = Readonly<Partial<Record<FilingStatus, readonly Mover[]>>>;

const standing: Moves = {
  checkedIn: ['inspector'],
  withdrawn: ['agency', 'agencyHead'],
  expired: ['machine'],
  revoked: ['officeDirector'],
};

/** From each state, where it may go and by whom (design: records.md, Filing). An empty row is an end. */
export const filingMoves: Readonly<Record<FilingStatus, Moves>> = {
  submitted: { filed: ['machine'], held: ['machine'], returned: ['agencyHead'], withdrawn: ['agency', 'agencyHead'] },
  held: { filed: ['office'], filedWithCondition: ['office'], returned: ['office'], withdrawn: ['agency', 'agencyHead'] },
  filed: standing,
  filedWithCondition: standing,
  returned: {},
  withdrawn: {},
  expired: {},
  revoked: {},
  checkedIn: { left: ['inspector'] },
  left: { findingRecorded: ['inspector'] },
  findingRecorded: { rated: ['enterprise'], unrated: ['machine'] },
  rated: { archived: ['machine'] },
  unrated: { archived: ['machine'] },
  archived: {},
};

/** Whether a filing may go from one state to the other. */
export function canMove(from: FilingStatus, to: FilingStatus): boolean {
  return filingMoves[from][to] !== undefined;
}

/** Whether this mover may take it there. */
export function canMoveAs(mover: Mover, from: FilingStatus, to: FilingStatus): boolean {
  return filingMoves[from][to]?.includes(mover) ?? false;
}

type Group = 'waiting' | 'live' | 'done' | 'closed';

const groups: Readonly<Record<FilingStatus, Group>> = {
  submitted: 'waiting',
  held: 'waiting',
  filed: 'live',
  filedWithCondition: 'live',
  checkedIn: 'live',
  left: 'done',
  findingRecorded: 'done',
  rated: 'done',
  unrated: 'done',
  archived: 'done',
  returned: 'closed',
  withdrawn: 'closed',
  expired: 'closed',
  revoked: 'closed',
};

function statusesIn(...wanted: Group[]): readonly FilingStatus[] {
  return filingStatuses.filter((status) => wanted.includes(groups[status]));
}

/** Sent in, neither filed nor turned down yet. */
export const waitingStatuses = statusesIn('waiting');
/** Filed and not over: others have to join it, its code may be shown. */
export const liveStatuses = statusesIn('live');
/** Holds a place of the plan and counts as a visit; giving it up (withdrawn, expired, revoked) gives the place back. */
export const countedStatuses = statusesIn('live', 'done');
/** Came to nothing. */
export const closedStatuses = statusesIn('closed');
