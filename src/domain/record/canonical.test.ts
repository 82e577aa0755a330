import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCanonical } from './canonical.ts';

describe('canonical JSON', () => {
  it('sorts names by UTF-16 code units, as RFC 8785 has it in its example', () => {
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(writeCanonical(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
  });

  it('escapes as little as RFC 8785 allows', () => {
    expect(writeCanonical('\u0000\u001f\b\t\n\f\r"\\/\u007f\u2028冷')).toBe('"\\u0000\\u001f\\b\\t\\n\\f\\r\\"\\\\/\u007f\u2028冷"');
  });

  it('writes whole numbers as they are, and minus nought as nought', () => {
    expect(writeCanonical([0, -0, -1, Number.MAX_SAFE_INTEGER])).toBe(`[0,0,-1,${Number.MAX_SAFE_INTEGER}]`);
  });

  it.each([
    ['a fraction', 0.5],
    ['a number that is too large', 2 ** 53],
    ['not a number', Number.NaN],
    ['an undefined element', [undefined]],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['half a character', '\ud83d'],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('refuses %s', (_what, value) => expect(() => writeCanonical(value)).toThrow(RangeError));

  it('leaves out what is undefined', () => expect(writeCanonical({ b: undefined, a: null })).toBe('{"a":null}'));

  it('reads back as what it was, and does not depend on the order of names', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'grapheme' }),
        fc.maxSafeInteger().map((number) => number + 0),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any'), { noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (record) => {
        const text = writeCanonical(record);
        expect(writeCanonical(JSON.parse(text))).toBe(text);
        expect(writeCanonical(Object.fromEntries(Object.entries(record).reverse()))).toBe(text);
      }),
    );
  });
});
