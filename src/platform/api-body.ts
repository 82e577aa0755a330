import 'server-only';
import type { z } from 'zod';
import type { Answer } from './answer.ts';
import { env } from './env.ts';
import type { FieldErrors } from './outcome.ts';
import { invalidProblem, problem } from './problem.ts';

const usualBytes = 64 * 1024;

/** Refuses what a write must not look like: another type, another site's page, a body announced as too large. Null: go on. */
export function refuseShape(request: Request, mostBytes = usualBytes): Answer | null {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return problem('tooLarge');
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem('wrongType');
  return isForeignSite(request) ? problem('crossSite') : null;
}

/** Whether another site's page sent this: route handlers get no such check from the framework. */
export function isForeignSite(request: Request): boolean {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  return (origin !== null && origin !== new URL(env().NEXTAUTH_URL).origin) || (site !== null && site !== 'same-origin' && site !== 'none');
}

/** The body as bytes, read no further than the limit. */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array | Answer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = request.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return problem('tooLarge');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** The body as text; an answer where it is too large or not UTF-8. */
export async function readText(request: Request, mostBytes = usualBytes): Promise<string | Answer> {
  const bytes = await readBytes(request, mostBytes);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('malformed');
  }
}

// A map, because a field may be called toString or __proto__.
function fieldErrors(error: z.ZodError): FieldErrors {
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const isUnknown = issue.code === 'unrecognized_keys';
    const names = isUnknown ? issue.keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.')];
    for (const name of names) fields.set(name, [...(fields.get(name) ?? []), isUnknown ? '不认识这一项' : issue.message]);
  }
  return Object.fromEntries(fields);
}

/** Paths of texts that a database cannot keep: with NUL, or with half a character. */
function unreadable(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000') ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unreadable(item, path ? `${path}.${key}` : key));
}

/** Parses by the schema. Gives what it made of the value, or the answer that lists what is wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): { readonly input: z.output<Schema> } | Answer {
  const parsed = schema.safeParse(value, { error: () => '不正确' });
  if (!parsed.success) return invalidProblem(fieldErrors(parsed.error));
  const paths = unreadable(parsed.data, '');
  return paths.length > 0
    ? invalidProblem(Object.fromEntries(paths.map((path) => [path, ['含有无法识别的字符']])))
    : { input: parsed.data };
}

/** Path segments and query as one flat object; a name given twice is an unknown one. */
export async function readAddress(request: Request, params: Promise<Record<string, string>>): Promise<object> {
  const query = [...new URL(request.url).searchParams];
  const twice = query.filter(([name], index) => query.findIndex(([other]) => other === name) !== index);
  return { ...Object.fromEntries(query), ...Object.fromEntries(twice.map(([name]) => [`${name}[]`, true])), ...(await params) };
}

/** The same for a body that is JSON. `named` are the path's names: they stand beside the body's fields, which cannot replace them. */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  named: Readonly<Record<string, string>> = {},
): { readonly input: z.output<Schema> } | Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('malformed');
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return parseInput(schema, isObject ? { ...(value as object), ...named } : value);
}
