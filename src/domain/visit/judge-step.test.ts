import { describe, expect, it } from 'vitest';
import type { EntryGate } from '#domain/territory/entry-gate.ts';
import { readHappened } from './happened.ts';
import { judgeStep, type StepFacts } from './judge-step.ts';

const at = (time: string) => new Date(`2027-01-22T${time}+08:00`);
const nobody = { checkedInAt: null, checkedOutAt: null, absentAt: null, recordedAt: null };
const inside = { ...nobody, checkedInAt: at('09:01:00') };
const open: EntryGate = { open: true };
const closed: EntryGate = { open: false, say: '还没有签收' };

type Told = { now?: string; device?: string; sent?: string };

/** A check-in done at once at the filed start; `now` moves all clocks together, `sent` is the phone's word for now. */
function facts({ now = '09:00:00', device = now, sent = now, ...other }: Partial<StepFacts> & Told = {}): StepFacts {
  return {
    step: 'checkedIn',
    clocks: { deviceAt: at(device), sentAt: at(sent), receivedAt: at(now), filedAt: at('07:00:00') },
    status: 'filed',
    window: { start: at('09:00:00'), end: at('11:00:00') },
    part: nobody,
    isNamed: true,
    gate: open,
    ...other,
  };
}

describe('territory-notice and window: a check-in done now', () => {
  it.each([
    ['at the very start', {}, 'counts'],
    ['a second before it', { now: '08:59:59' }, 'refused'],
    ['in the last second', { now: '10:59:59' }, 'counts'],
    ['at the very end', { now: '11:00:00' }, 'refused'],
    ['without the territory’s word', { gate: closed }, 'refused'],
    ['by somebody who is not named', { isNamed: false }, 'refused'],
    ['a second time', { part: inside, status: 'checkedIn' }, 'refused'],
    ['after the filing was revoked', { status: 'revoked' }, 'refused'],
    ['of the second agency', { status: 'checkedIn' }, 'counts'],
  ] as const)('%s', (_case, given, kind) => {
    expect(judgeStep(facts(given)).kind).toBe(kind);
  });
});

describe('a check-in that arrives later than it happened', () => {
  const later = { now: '12:00:00', device: '09:30:00' };
  it.each([
    ['counts, and says that it was late', {}, { kind: 'counts', flags: ['late'] }],
    ['counts without the territory’s word, and says so', { gate: closed }, { kind: 'counts', flags: ['late', 'unacknowledged'] }],
    ['counts outside the window, and says so', { device: '11:30:00' }, { kind: 'counts', flags: ['late', 'outsideWindow'] }],
    [
      'is judged by the server’s clock where the phone’s cannot be',
      { device: '06:00:00' },
      { kind: 'counts', flags: ['late', 'outsideWindow', 'clockOff'] },
    ],
  ] as const)('%s', (_case, given, expected) => {
    expect(judgeStep(facts({ ...later, ...given }))).toEqual(expected);
  });

  it.each([
    ['withdrawn meanwhile', { status: 'withdrawn' }],
    ['run out meanwhile', { status: 'expired' }],
    ['done by a colleague meanwhile', { part: inside, status: 'checkedIn' }],
    ['registered as absent meanwhile', { part: { ...nobody, absentAt: at('11:59:00') }, status: 'left' }],
  ] as const)('%s: kept as a conflict', (_case, given) => {
    expect(judgeStep(facts({ ...later, ...given })).kind).toBe('conflict');
  });

  it('two minutes are on the way, not late', () => {
    expect(judgeStep(facts({ now: '09:32:00', device: '09:30:00' }))).toEqual({ kind: 'counts', flags: [] });
    expect(judgeStep(facts({ now: '09:32:01', device: '09:30:00' }))).toEqual({ kind: 'counts', flags: ['late'] });
  });
});

describe('a phone whose clock is wrong', () => {
  it.each([
    ['three minutes slow, at once: the gate holds', { device: '09:27:00', sent: '09:27:00', now: '09:30:00', gate: closed }, 'refused', []],
    ['three minutes slow, at once: said', { device: '09:27:00', sent: '09:27:00', now: '09:30:00' }, 'counts', ['clockOff']],
    ['two minutes slow is none', { device: '09:28:00', sent: '09:28:00', now: '09:30:00' }, 'counts', []],
    ['an hour fast, half an hour offline', { device: '10:30:00', sent: '11:00:00', now: '10:00:00' }, 'counts', ['late', 'clockOff']],
    [
      'and the gate then only flags',
      { device: '10:30:00', sent: '11:00:00', now: '10:00:00', gate: closed },
      'counts',
      ['late', 'unacknowledged', 'clockOff'],
    ],
    [
      'two hours slow, by the span inside the window',
      { device: '08:59:00', sent: '09:29:00', now: '11:29:00' },
      'counts',
      ['late', 'clockOff'],
    ],
    [
      'set back before it was sent: late',
      { device: '10:30:00', sent: '10:00:00', now: '10:00:00', gate: closed },
      'counts',
      ['late', 'unacknowledged', 'clockOff'],
    ],
    ['right, and a slow way', { device: '09:30:00', sent: '09:31:30', now: '09:33:00' }, 'counts', []],
  ] as const)('%s', (_case, given, kind, flags) => {
    const verdict = judgeStep(facts(given));
    expect(verdict.kind).toBe(kind);
    expect(verdict.kind === 'counts' ? verdict.flags : []).toEqual(flags);
  });
  it.each([
    ['by the span where the clock is an hour fast', { device: '10:30:00', sent: '11:00:00', now: '10:00:00' }, '09:30:00'],
    ['as received where the span reaches before the filing', { device: '06:00:00', sent: '10:00:00', now: '10:00:00' }, '10:00:00'],
    ['as received where the clock was set back', { device: '10:30:00', sent: '10:00:00', now: '10:00:00' }, '10:00:00'],
  ])('happened %s', (_case, given, expected) => expect(readHappened(facts(given).clocks).at).toEqual(at(expected)));
  it('what contradicts the record at once is refused, however slow the clock', () =>
    expect(judgeStep(facts({ device: '09:20:00', sent: '09:20:00', now: '09:30:00', status: 'revoked' })).kind).toBe('refused'));
});

describe('the other steps', () => {
  it.each([
    ['nothing is checked before the check-in', { step: 'matterChecked' }, 'refused'],
    ['matters are checked inside', { step: 'matterChecked', part: inside, status: 'checkedIn' }, 'counts'],
    ['nobody leaves who has not come', { step: 'checkedOut' }, 'refused'],
    ['who is inside leaves', { step: 'checkedOut', part: inside, status: 'checkedIn' }, 'counts'],
    ['nobody leaves twice', { step: 'checkedOut', part: { ...inside, checkedOutAt: at('10:00:00') }, status: 'checkedIn' }, 'refused'],
    ['entry is refused before the check-in', { step: 'entryRefused' }, 'counts'],
    ['and not after it', { step: 'entryRefused', part: inside, status: 'checkedIn' }, 'refused'],
    ['the code may be shown before the start', { step: 'codeShown', now: '08:30:00' }, 'counts'],
    ['leaving late is leaving', { step: 'checkedOut', part: inside, status: 'checkedIn', now: '13:00:00' }, 'counts'],
  ] as const)('%s', (_case, given, kind) => {
    expect(judgeStep(facts(given)).kind).toBe(kind);
  });
});
