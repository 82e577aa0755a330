import { ruleIds, verdictKinds } from '#domain/law/verdict.ts';
import { problemKinds } from '#platform/problem.ts';

const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: object) => ({ type: 'array', items });
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const coded = { filingNo: orNull(text), publicCode: orNull(text), publicUrl: orNull({ type: 'string', format: 'uri' }) };
const filing = {
  id: { type: 'string', format: 'uuid' },
  ...coded,
  status: text,
  kind: text,
  form: text,
  enterprise: object({ uscc: text, name: text }),
  site: text,
  start: instant,
  end: instant,
  planEntry: orNull(text),
  lead: text,
  coAgencies: list(text),
  inspectors: list(text),
  matters: list(text),
  filedAt: orNull(instant),
  remark: text,
};

/** Schemas of what the API answers; those of what it takes are generated from zod. */
export const answerSchemas = {
  Citation: object({ instrument: text, locator: text }),
  Ground: object({
    rule: { type: 'string', enum: ruleIds },
    kind: { type: 'string', enum: verdictKinds.slice(1) },
    basis: ref('Citation'),
    say: text,
    facts: { type: 'object', additionalProperties: text },
  }),
  Fix: {
    description: 'What would be lawful: a slot, a split, a visit to join, a person, a plan entry; or that nothing would, and why.',
    ...object({ kind: { type: 'string', enum: ['slot', 'split', 'join', 'inspector', 'planEntry', 'none'] }, note: text }),
  },
  Verdict: object({ kind: { type: 'string', enum: verdictKinds }, policy: text, grounds: list(ref('Ground')), fixes: list(ref('Fix')) }),
  EntryCheck: object({ verdict: ref('Verdict') }),
  Settled: object({ id: text, ...coded, status: { type: 'string', enum: ['filed', 'held'] }, verdict: ref('Verdict') }),
  FilingBatch: {
    description: 'One answer an item, in the order of the items: what the call for it alone would have been answered.',
    ...object({ items: list({ anyOf: [object({ status: { const: 201 }, filing: ref('Settled') }), ref('Problem')] }) }),
  },
  Withdrawn: object({ id: { type: 'string', format: 'uuid' }, status: { type: 'string', enum: ['withdrawn'] } }),
  Filing: object(filing),
  FilingWithVerdict: object({ ...filing, verdict: orNull(ref('Verdict')) }),
  FilingPage: object({ items: list(ref('Filing')), nextCursor: orNull(text) }),
  Code: {
    description: 'A code that is no longer valid tells only that and its window; one that never was tells nothing.',
    ...object(
      {
        state: { type: 'string', enum: ['genuine', 'notYet', 'expired', 'ended', 'withdrawn', 'revoked', 'unknown'] },
        say: text,
        officialDomain: text,
        offices: list(object({ name: text, phone: text, hours: text })),
        window: object({ start: instant, end: instant }),
        checkedAt: instant,
        filingNo: text,
        enterprise: text,
        site: text,
        agencies: list(text),
        inspectors: list(object({ name: text, agency: text })),
        matters: list(object({ name: text, basis: ref('Citation') })),
        condition: orNull(text),
        emergency: orNull({ type: 'string', enum: ['awaitingForm', 'supplemented'] }),
      },
      ['state', 'say', 'officialDomain', 'offices'],
    ),
  },
  Problem: {
    description: 'RFC 9457.',
    ...object(
      {
        type: { type: 'string', enum: Object.keys(problemKinds).map((kind) => `urn:ningqi:problem:${kind}`) },
        title: text,
        status: { type: 'integer' },
        detail: text,
        requestId: text,
        errors: list(object({ field: text, messages: list(text) })),
        verdict: ref('Verdict'),
      },
      ['type', 'title', 'status'],
    ),
  },
};
