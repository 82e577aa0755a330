import { z } from 'zod';
import { type ProblemKind, problemKinds } from './problem.ts';

/** Pieces of an OpenAPI description that every slice's routes are described with. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const requestIdHeader = { 'x-request-id': { schema: { type: 'string' }, description: 'Quote it when you report a fault.' } };

/** A schema that checks what comes in, as JSON Schema. */
export function schemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

function headersOf(status: number): object {
  const retry = { 'retry-after': { schema: { type: 'integer' }, description: 'Seconds.' } };
  const replayed = { 'idempotency-replayed': { schema: { const: 'true' }, description: 'The kept answer of an earlier call.' } };
  return { ...requestIdHeader, ...(status === 429 || status === 503 ? retry : {}), ...([201, 207, 422].includes(status) ? replayed : {}) };
}

const table = { 'text/csv': { schema: { type: 'string' } } };

/** The answer when all is well, and every refusal with its titles; 200 with a table as well for open data. */
export function answers(status: number | 'orTable', schema: string, kinds: readonly ProblemKind[]): object {
  const statuses = [...new Set(kinds.map((kind) => problemKinds[kind].status))];
  const refusals = statuses.map((refused) => {
    const description = kinds.flatMap((kind) => (problemKinds[kind].status === refused ? [problemKinds[kind].title] : [])).join('；');
    return [refused, { description, headers: headersOf(refused), content: { 'application/problem+json': { schema: ref('Problem') } } }];
  });
  const code = status === 'orTable' ? 200 : status;
  const content = { 'application/json': { schema: ref(schema) }, ...(status === 'orTable' ? table : {}) };
  const fine = { description: '办成', headers: headersOf(code), content };
  return Object.fromEntries([[code, fine], ...refusals]);
}

/** Refusals of every call, of a call with a key, and of one with a body. */
export const always = ['tooMany', 'internal', 'unavailable'] as const;
export const keyed = ['unauthorised', 'notPermitted', 'invalid', ...always] as const;
export const written = ['malformed', 'crossSite', 'tooLarge', 'wrongType', 'notFound', ...keyed] as const;

export const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

/** Every field of a schema as a parameter of the query. */
export function queryParameters(schema: z.ZodType): object[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(properties).map(([name, each]) => ({ name, in: 'query', required: required.includes(name), schema: each }));
}

const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
/** Short words for the schemas of answers. */
export const shape = {
  text: { type: 'string' },
  whole: { type: 'integer' },
  truth: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  orNull,
  list: (items: object) => ({ type: 'array', items }),
  object: (properties: Record<string, object>, required = Object.keys(properties)) => ({ type: 'object', properties, required }),
} as const;
