import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobs } from '#jobs.ts';
import { asOwner } from '#support/api.ts';

const first = '000001';
beforeAll(() =>
  asOwner(
    `INSERT INTO district (code, name, abbreviation, office_name, office_phone, office_hours) VALUES ($1, '新区', '新', '', '', '')`,
    [first],
  ),
);
afterAll(() => asOwner('DELETE FROM district WHERE code = $1', [first]));

it.each(jobs.filter(({ name }) => name.endsWith('-watch')).map((job) => [job.name, job] as const))(
  '%s: a district that has no policy yet, and whose turn is first, stops the clock of no other',
  async (_name, job) => {
    await expect(job.run({}, 'test')).resolves.toBeUndefined();
  },
);
