import type { LineFilter } from '../schema.ts';

type Query = Partial<Record<keyof LineFilter, string | number | undefined>>;

/** The desk's address with these filters. */
export function deskHref(year: number, query: Query = {}): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  const search = new URLSearchParams(words.map(([key, value]) => [key, String(value)]));
  return words.length === 0 ? `/review/${year}` : `/review/${year}?${search}`;
}

export const count = (figure: number): string => figure.toLocaleString('en-US');
