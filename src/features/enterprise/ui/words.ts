import type { EnterpriseFilter } from '../schema.ts';

/** The register under these filters. */
export function listHref(path: string, filter: Partial<EnterpriseFilter> = {}): string {
  const words = Object.entries(filter).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? path : `${path}?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

/** 1,200. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
