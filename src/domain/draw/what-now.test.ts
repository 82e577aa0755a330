import { expect, it } from 'vitest';
import { type DrawProgress, findAwaited } from './what-now.ts';

const now = new Date('2026-12-01T12:00:00Z');
const [before, after] = [new Date('2026-12-01T11:00:00Z'), new Date('2026-12-01T13:00:00Z')];
const party = (agency: string, commitment: string | null) => ({ agency, commitment, reveal: null });
const frozen: DrawProgress = {
  ...{ status: 'frozen', agencyCode: 'amr', publicNumber: null, objectionEnd: before, openObjections: 0, round: null, typedBy: [] },
};
const failed = (commitments: readonly (string | null)[]): DrawProgress => ({
  ...frozen,
  round: { no: 1, failed: true, commitEnd: before, revealEnd: null, parties: commitments.map((made, at) => party(`p${at}`, made)) },
});

it('a round that failed is followed by another only where two parties did their part', () => {
  expect(findAwaited(failed(['a', 'b', null]), now)).toBe('retry');
  expect(findAwaited(failed(['a', null, null]), now)).toBe('void');
});

it('nobody commits where the public number is out already or comes too early', () => {
  const number = { lottery: '双色球', issue: '2026140', at: after.toISOString() };
  expect(findAwaited({ ...frozen, publicNumber: number }, now)).toBe('commit');
  expect(findAwaited({ ...frozen, publicNumber: number, isTooLate: true }, now)).toBe('void');
  expect(findAwaited({ ...frozen, publicNumber: { ...number, at: before.toISOString() } }, now)).toBe('void');
});
