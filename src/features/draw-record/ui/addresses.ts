import type { DrawListQuery } from '../schema.ts';

/** The list of draws with these filters. */
export function drawsHref(query: Partial<DrawListQuery>): string {
  const words = Object.entries(query).filter(([name, value]) => value !== undefined && !(name === 'page' && value === 1));
  return words.length === 0 ? '/draws' : `/draws?${new URLSearchParams(words.map(([name, value]) => [name, String(value)]))}`;
}
