import { describe, expect, it } from 'vitest';
import { trustedInstant } from './happened.ts';

const at = (text: string) => new Date(`${text}+08:00`);

describe('whose clock counts', () => {
  const [filed, received] = [at('2026-11-20T09:00:00'), at('2026-11-23T18:00:00')];
  it.each([
    ['the phone’s between filing and receipt', '2026-11-23T10:00:00', '2026-11-23T10:00:00'],
    ['the phone’s at the very filing', '2026-11-20T09:00:00', '2026-11-20T09:00:00'],
    ['the server’s where the phone lies before the filing', '2026-11-20T08:59:59', '2026-11-23T18:00:00'],
    ['the phone’s at the very receipt', '2026-11-23T18:00:00', '2026-11-23T18:00:00'],
    ['the server’s where the phone runs ahead', '2026-11-23T18:00:01', '2026-11-23T18:00:00'],
  ])('%s', (_case, device, expected) =>
    expect(trustedInstant({ deviceAt: at(device), receivedAt: received, filedAt: filed })).toEqual(at(expected)),
  );
  it('the server’s where the phone said nothing', () =>
    expect(trustedInstant({ deviceAt: null, receivedAt: received, filedAt: filed })).toEqual(received));
});
