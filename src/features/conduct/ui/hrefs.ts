import type { AlertFilter, ConductFilter } from '../schema.ts';

function hrefOf(path: string, query: object): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? path : `${path}?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

export const conductHref = (query: Partial<ConductFilter>) => hrefOf('/conduct', query);
/** The rows behind a number. */
export const visitsHref = (query: Partial<ConductFilter>) => hrefOf('/conduct/visits', query);
export const alertsHref = (query: Partial<AlertFilter>) => hrefOf('/alerts', query);
