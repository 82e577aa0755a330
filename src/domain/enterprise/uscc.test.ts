import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeUsccCheck, isUscc } from './uscc.ts';

const rows: { uscc: string }[] = parse(readFileSync('prisma/seed/data/enterprises.csv', 'utf8'), { columns: true, bom: true });
const codes = rows.map((row) => row.uscc);

describe('unified social credit codes', () => {
  it('accepts every code of the sample, those with check character 0 among them', () => {
    expect(codes.filter((code) => !isUscc(code))).toEqual([]);
    expect(codes.filter((code) => code.endsWith('0')).length).toBeGreaterThan(0);
  });

  it('refuses a wrong character at any place', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.nat(17), fc.constantFrom(...alphabet), (code, place, character) => {
        const changed = code.slice(0, place) + character + code.slice(place + 1);
        expect(isUscc(changed)).toBe(changed === code);
      }),
    );
  });

  it('refuses other lengths, lower case and letters outside the alphabet', () => {
    const code = codes[0] ?? '';
    expect([code.slice(1), `${code}0`, code.toLowerCase(), `I${code.slice(1)}`, ''].some(isUscc)).toBe(false);
  });

  it('writes 0 where the sum is a multiple of 31', () => {
    expect(computeUsccCheck('00000000000000000')).toBe('0');
  });
});
