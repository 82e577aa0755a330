import { describe, expect, it } from 'vitest';
import { describeApi } from '#features/filing/api/openapi.ts';
import { filingExample } from '#features/filing/api/openapi-example.data.ts';
import { filingInput } from '#features/filing/api/schema.ts';

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { responses: object; operationId: string }>>;
  components: { schemas: Record<string, object> };
};

const description = JSON.parse(JSON.stringify(describeApi())) as Document;

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)));
}

describe('the description of the API', () => {
  it('refers to nothing that is not there', () => {
    const names = refsIn(description).map((ref) => ref.replace('#/components/schemas/', ''));
    expect(names.filter((name) => !(name in description.components.schemas))).toEqual([]);
  });

  it('names each operation once, with its answers and refusals', () => {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { responses } of operations) expect(Object.keys(responses)).toEqual(expect.arrayContaining(['429', '500', '503']));
  });

  it('takes no unknown fields, and times as text', () => {
    const body = description.components.schemas.FilingBody as {
      additionalProperties: boolean;
      properties: Record<string, object>;
      required: string[];
    };
    expect(body.additionalProperties).toBe(false);
    expect(body.properties.start).toMatchObject({ type: 'string', format: 'date-time' });
    expect(body.required).toEqual(expect.arrayContaining(['kind', 'enterprise', 'matters', 'form', 'start', 'end', 'inspectors']));
  });

  it('gives an example that is taken', () => {
    expect(filingInput.safeParse(filingExample).success).toBe(true);
  });
});
