import { z } from 'zod';
import { type LineFields, lineFields } from './line-form.ts';

const lists = new Set(Object.entries(lineFields.parse({})).flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])));
const query = z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional());

const textOf = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : value?.[0]);
const listOf = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? [value] : value);

/** A line's form as the address carries it to be reckoned; null where the address does not ask for that or makes no sense. */
export function fieldsOfQuery(asked: Record<string, unknown>): LineFields | null {
  const read = query.safeParse({ ...asked });
  if (!read.success || read.data.reckon !== 'yes') return null;
  const own = Object.keys(lineFields.shape).map((name) => [name, lists.has(name) ? listOf(read.data[name]) : textOf(read.data[name])]);
  const fields = lineFields.safeParse(Object.fromEntries(own));
  return fields.success ? fields.data : null;
}
