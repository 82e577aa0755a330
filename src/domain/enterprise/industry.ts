import { industryDivisions, industrySections } from './industries.data.ts';
import { textKey } from './normal-text.ts';

const nameOf = new Map(industryDivisions.map(([code, name]) => [code, name]));

/** The divisions of a section, by code; nothing for a letter that is none. */
export function divisionsOf(section: string): string[] {
  return industryDivisions.filter(([, , of]) => of === section).map(([code]) => code);
}

/** What a division is called; its code where it is none. */
export function industryName(code: string): string {
  return nameOf.get(code) ?? code;
}

/** Whether a letter names a section. */
export function isSection(letter: string): boolean {
  return Object.hasOwn(industrySections, letter);
}

/** The division that a text means: its code, that of a class within it (3021, C30), or its name; null where it means none. */
export function findDivision(text: string): string | null {
  const digits = /^[A-T]?(\d{1,4})$/i.exec(text)?.[1];
  if (digits !== undefined) {
    const code = digits.length === 1 ? `0${digits}` : digits.slice(0, 2);
    return nameOf.has(code) ? code : null;
  }
  const key = textKey(text);
  return industryDivisions.find(([, name]) => textKey(name) === key)?.[0] ?? null;
}

/** Divisions whose names share two characters in a row with the text, the closest first; at most three. */
export function proposeDivisions(text: string): string[] {
  const key = textKey(text).replace(/业$/, '');
  const pairs = [...key].slice(1).map((character, index) => `${key[index]}${character}`);
  const scored = industryDivisions.map(([code, name]) => ({ code, name, score: pairs.filter((pair) => name.includes(pair)).length }));
  const close = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score || one.code.localeCompare(other.code));
  return close.slice(0, 3).map(({ name }) => name);
}
