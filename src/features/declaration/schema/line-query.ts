import { z } from 'zod';
import { type Faults, type LineFields, lineFields } from './line-form.ts';

const lists = new Set(Object.entries(lineFields.parse({})).flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])));
const query = z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional());

const textOf = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : value?.[0]);
const listOf = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? [value] : value);

/** A form to be reckoned as it was typed, and what is wrong with single fields of it: those are shown, and nothing is looked up. */
export type AskedLine = { readonly fields: LineFields; readonly faults: Faults };

const harmless = (text: string) => text.toWellFormed().replaceAll('\u0000', '');

/** What was typed into a field that cannot be read, so that nothing of it is lost. */
function asTyped(value: string | readonly string[] | undefined): string | string[] {
  return typeof value === 'string' ? harmless(value) : (value ?? []).map(harmless);
}

/** A line's form as the address carries it to be reckoned; null where the address does not ask for that or makes no sense. */
export function fieldsOfQuery(asked: Record<string, unknown>): AskedLine | null {
  const read = query.safeParse({ ...asked });
  if (!read.success || read.data.reckon !== 'yes') return null;
  const faults: Faults = {};
  const fields = Object.entries(lineFields.shape).map(([name, shape]) => {
    const value = lists.has(name) ? listOf(read.data[name]) : textOf(read.data[name]);
    const field = shape.safeParse(value);
    if (field.success) return [name, field.data];
    faults[name] = field.error.issues.map(({ message }) => message);
    return [name, asTyped(value)];
  });
  return { fields: Object.fromEntries(fields) as LineFields, faults };
}
