/** One form for characters that look alike, without spaces, line breaks and invisible marks: for comparing, never for keeping. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

/** Text as it is kept: no spaces around it, one in place of many, line breaks as one space. */
export function tidy(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ').trim();
}

/** Most characters of a quantity, a time or another short answer: what is longer is none, and is not looked into. */
export const mostShort = 100;

/** A short answer as it is kept; null where it is longer than anybody writes one. */
export function shortText(text: string): string | null {
  const kept = tidy(text);
  return kept.length > mostShort || squeeze(kept).length > mostShort ? null : kept;
}

const digits = '零一二三四五六七八九';

function numeralOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : [null, words];
  const one = ones ? digits.indexOf(ones) : 0;
  if (tens === null || tens === undefined) return one;
  return (tens ? digits.indexOf(tens) : 1) * 10 + one;
}

/** 二十一日 → 21日, 一、二季度 → 1、2季度: numerals below a hundred. */
export function withDigits(text: string): string {
  return text.replace(/[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|两(?=家|户|个)/g, (found) =>
    String(found === '两' ? 2 : numeralOf(found)),
  );
}

function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}

/** The few of the names that differ least from what was written, nearest first. */
export function nearest(written: string, names: readonly string[], most = 3): string[] {
  const wanted = squeeze(written).slice(0, 60);
  return names
    .map((name) => ({ name, far: distance(wanted, squeeze(name)) / Math.max(wanted.length, name.length, 1) }))
    .sort((one, other) => one.far - other.far || one.name.localeCompare(other.name))
    .slice(0, most)
    .map(({ name }) => name);
}
