import { describe, expect, it } from 'vitest';
import { computeVisitStatus, type VisitPart } from './status.ts';

const at = new Date('2027-01-22T01:00:00Z');
const nobody: VisitPart = { checkedInAt: null, checkedOutAt: null, absentAt: null, recordedAt: null };
const inside = { ...nobody, checkedInAt: at };
const gone = { ...inside, checkedOutAt: at };
const done = { ...gone, recordedAt: at };
const absent = { ...nobody, absentAt: at };

describe('where a filing stands after what was reported', () => {
  it.each([
    ['nobody came yet', 'filed', [nobody], 'none', 'filed'],
    ['the first of two is inside', 'filed', [inside, nobody], 'none', 'checkedIn'],
    ['one has left, the other may still come', 'checkedIn', [gone, nobody], 'none', 'checkedIn'],
    ['one has left, the other never came', 'checkedIn', [gone, absent], 'none', 'left'],
    ['one should have left long ago', 'checkedIn', [{ ...inside, presumedOutAt: at }, gone], 'none', 'left'],
    ['both have left', 'checkedIn', [gone, gone], 'none', 'left'],
    ['one of two has recorded', 'left', [done, gone], 'open', 'left'],
    ['all have recorded', 'left', [done, done], 'open', 'findingRecorded'],
    ['who never came records nothing', 'left', [done, absent], 'none', 'findingRecorded'],
    ['rated before the findings were complete', 'left', [gone], 'answered', 'left'],
    ['rated and recorded', 'left', [done], 'answered', 'rated'],
    ['the rating closed without an answer', 'findingRecorded', [done], 'closed', 'unrated'],
    ['a revoked filing stays revoked', 'revoked', [inside], 'none', 'revoked'],
    ['nobody came at all', 'filed', [absent], 'none', 'filed'],
  ] as const)('%s', (_case, status, parts, rating, expected) => {
    expect(computeVisitStatus({ status, parts, rating })).toBe(expected);
  });
});
