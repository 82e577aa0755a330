import { describe, expect, it } from 'vitest';
import { toldAs, webhookEvents } from './events.ts';
import { isReceived, secondsToRetry } from './retry.ts';
import { judgeTarget } from './target.ts';

describe('a target', () => {
  it.each([
    ['https://bureau.example.cn/ningqi', null],
    ['https://bureau.example.cn:8443/a?b=c', null],
    ['http://127.0.0.1:9000/hook', null],
    ['http://localhost/hook', null],
    ['http://[::1]:9000/', null],
    ['http://2130706433/', null],
    ['http://bureau.example.cn/', 'unencrypted'],
    ['http://10.0.0.8/', 'unencrypted'],
    ['http://127.0.0.2/', 'unencrypted'],
    ['http://localhost.example.cn/', 'unencrypted'],
    ['ftp://bureau.example.cn/', 'unencrypted'],
    ['file:///etc/passwd', 'unencrypted'],
    ['https://user:pass@bureau.example.cn/', 'credentials'],
    ['https://bureau.example.cn/#x', 'credentials'],
    ['bureau.example.cn', 'malformed'],
    ['', 'malformed'],
  ] as const)('%s', (text, fault) => expect(judgeTarget(text)).toBe(fault));
});

describe('tries', () => {
  it('wait longer each time, and end', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(secondsToRetry);
    expect(waits.every((wait, nth) => wait !== null && wait > (waits[nth - 1] ?? 0))).toBe(true);
    expect(secondsToRetry(8)).toBeNull();
  });

  it('end with any answer of the two hundreds', () => {
    expect([199, 200, 204, 299, 300, 302, 404, 500].filter(isReceived)).toEqual([200, 204, 299]);
  });
});

describe('events', () => {
  it('what enterprises say, and what their complaints set off, is never told', () => {
    const silent = [
      'feedback.answered',
      'feedback.received',
      'doorReport.raised',
      'doorReport.answered',
      'alert.raised',
      'callback.recorded',
      'refusal.recorded',
    ];
    expect(silent.map(toldAs)).toEqual(silent.map(() => null));
    expect(webhookEvents.filter((event) => !/^(filing|visit|finding|letter)\./.test(event))).toEqual([]);
  });

  it('an amendment and an emergency are told as what they do to the filing', () => {
    expect(toldAs('amendment.registered')).toEqual({ event: 'filing.amended', to: 'all' });
    expect(toldAs('emergency.logged')).toEqual({ event: 'filing.filed', to: 'all' });
    expect(toldAs('finding.recorded')).toEqual({ event: 'finding.recorded', to: 'own' });
  });
});
