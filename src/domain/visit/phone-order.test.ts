import { describe, expect, it } from 'vitest';
import { findNext, inOrder, type QueuedStep } from './phone-order.ts';

const step = (seq: number, name: string, more: Partial<QueuedStep> = {}): QueuedStep => ({
  ...{ id: `${seq}`, seq, filing: 'a', step: name, state: 'waiting', tries: 0 },
  ...more,
});
const next = (steps: readonly QueuedStep[], tried: readonly string[] = []) => findNext(steps, new Set(tried))?.id;

describe('what a phone sends next', () => {
  const [checkIn, photo, checkOut] = [step(1, 'checkedIn'), step(2, 'photo'), step(3, 'checkedOut')];
  const other = step(4, 'checkedIn', { filing: 'b' });

  it('is what was done first, however the phone’s clock went', () => {
    expect(inOrder([checkOut, checkIn, photo]).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(next([checkOut, checkIn])).toBe('1');
  });
  it('is nothing that was answered', () => expect(next([step(1, 'checkedIn', { state: 'received' }), checkOut])).toBe('3'));
  it('is another visit’s where a check-in failed, also for the third time', () => {
    expect(next([step(1, 'checkedIn', { tries: 1 }), photo, checkOut, other], ['1'])).toBe('4');
    expect(next([step(1, 'checkedIn', { tries: 9 }), photo, checkOut, other], ['1'])).toBe('4');
  });
  it('waits for no photo', () => expect(next([step(2, 'photo', { tries: 1 }), checkOut], ['2'])).toBe('3'));
  it.each([
    [1, undefined],
    [2, undefined],
    [3, '3'],
  ])('after %s failures of another step: %s', (tries, expected) =>
    expect(next([step(2, 'opinionGiven', { tries }), checkOut], ['2'])).toBe(expected),
  );
  it('ends when everything was tried', () => expect(next([checkIn], ['1'])).toBeUndefined());
});
