import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFilingNo, parseFilingNo } from './filing-no.ts';
import { encodePublicCode, groupPublicCode, isPublicCode, normalisePublicCode, publicCodeBytes } from './public-code.ts';

const shown = '7Q4M-X9KD-2RTV-B6HN-PW3C-8YFA-5J';
const stored = '7Q4MX9KD2RTVB6HNPW3C8YFA5J';

describe('public codes', () => {
  it('are grouped by four for people and stored plain', () => {
    expect(groupPublicCode(stored)).toBe(shown);
    expect(normalisePublicCode(shown)).toBe(stored);
  });

  it('forgive case, spaces, full width and letters that look like digits', () => {
    expect(normalisePublicCode(` ${shown.toLowerCase().replaceAll('-', ' ')} `)).toBe(stored);
    expect(normalisePublicCode('７Ｑ４Ｍ－Ｘ９ＫＤ2RTVB6HNPW3C8YFA5J')).toBe(stored);
    expect(normalisePublicCode('OIL0000000000000000000000o')).toBe('01100000000000000000000000');
  });

  it('refuse what cannot be a code', () => {
    const wrong = ['', stored.slice(1), `${stored}0`, `U${stored.slice(1)}`, 'x'.repeat(5_000), '企业'.repeat(13)];
    expect(wrong.map(normalisePublicCode)).toEqual(wrong.map(() => null));
    expect(isPublicCode(shown)).toBe(false);
  });

  it('come from random bytes, each of 130 bits telling', () => {
    const bytes = fc.uint8Array({ minLength: publicCodeBytes, maxLength: publicCodeBytes });
    fc.assert(
      fc.property(bytes, fc.nat(129), (random, bit) => {
        const code = encodePublicCode(random);
        expect(isPublicCode(code)).toBe(true);
        expect(normalisePublicCode(groupPublicCode(code))).toBe(code);
        const changed = random.map((byte, index) => (index === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));
        expect(encodePublicCode(changed)).not.toBe(code);
      }),
    );
    expect(() => encodePublicCode(new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('filing numbers', () => {
  it('name agency, year and number', () => {
    expect(formatFilingNo('区应急局', 2026, 87)).toBe('区应急局检备〔2026〕87号');
    expect(parseFilingNo('区应急局检备〔2026〕87号')).toEqual({ shortName: '区应急局', year: 2026, n: 87 });
    expect(['87号', '检备〔2026〕87号', '区应急局检备〔2026〕087号'].map(parseFilingNo)).toEqual([null, null, null]);
  });
});
