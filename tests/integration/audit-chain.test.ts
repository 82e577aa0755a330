import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveDraft } from '#features/filing/commands/keep-draft.ts';
import { type Command, runCommand, runStatements } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { useDatabase } from '#support/database.ts';
import { openDraft } from '#support/filings.ts';
import { agencyOf, succeed } from '#support/people.ts';
import { formOf, plannedVisit } from '#support/requests.ts';
import { readOne, readState } from '#support/rows.ts';

const scope = await agencyOf('shenleyu');
const body = plannedVisit(journey.leng);
const draft = await openDraft(scope, body);
for (let turn = 0; turn < 20; turn++) await succeed(scope, saveDraft, formOf(draft, body, { site: `第 ${turn} 次` }));

const { chain, seq: last } = await readOne<{ chain: string; seq: number }>(
  `SELECT chain, seq FROM audit_head WHERE chain LIKE '431103/%' ORDER BY chain DESC LIMIT 1`,
);

describe('audit_verify finds what the owner of the database changed', () => {
  const owner = new pg.Client({ connectionString: useDatabase().ownerUrl });
  const verify = async () =>
    (await owner.query<{ broken: number | null }>('SELECT audit_verify($1) AS broken', [chain])).rows[0]?.broken ?? null;

  beforeAll(() => owner.connect());
  beforeEach(() => owner.query('BEGIN'));
  afterEach(() => owner.query('ROLLBACK'));
  afterAll(() => owner.end());

  it('nothing, while nothing was changed', async () => {
    expect(await verify()).toBeNull();
  });

  it.each([
    `at = at + interval '1 microsecond'`,
    `actor = 'user:somebody'`,
    `agency_code = '431103-fire'`,
    'session_id = gen_random_uuid()',
    `request_id = request_id || ' '`,
    `event = 'draft.discarded'`,
    'subject = upper(subject)',
    `detail = '{"extra": true}'`,
    `previous = repeat('0', 64)`,
    `hash = repeat('f', 64)`,
  ])('a changed field: %s', async (change) => {
    await owner.query(`UPDATE audit_record SET ${change} WHERE chain = $1 AND seq = 7`, [chain]);
    expect(await verify()).toBe(7);
  });

  it('a changed field, hashed anew', async () => {
    await owner.query(
      `UPDATE audit_record SET event = 'draft.discarded', hash = audit_hash(chain, seq, at, actor, agency_code, session_id, request_id, 'draft.discarded', subject, detail, previous)
      WHERE chain = $1 AND seq = 7`,
      [chain],
    );
    expect(await verify()).toBe(8);
  });

  it.each([1, 7])('record %i removed', async (seq) => {
    await owner.query('DELETE FROM audit_record WHERE chain = $1 AND seq = $2', [chain, seq]);
    expect(await verify()).toBe(seq + 1);
  });

  it('a record removed and the others moved up', async () => {
    await owner.query('DELETE FROM audit_record WHERE chain = $1 AND seq = 7', [chain]);
    for (let seq = 8; seq <= last; seq++)
      await owner.query('UPDATE audit_record SET seq = seq - 1 WHERE chain = $1 AND seq = $2', [chain, seq]);
    expect(await verify()).toBe(7);
  });

  it.each([1, 5])('the last %i cut off', async (count) => {
    await owner.query('DELETE FROM audit_record WHERE chain = $1 AND seq > $2', [chain, last - count]);
    expect(await verify()).toBe(last);
  });

  it('all of them cut off', async () => {
    await owner.query('DELETE FROM audit_record WHERE chain = $1', [chain]);
    expect(await verify()).toBe(last);
  });

  it('two swapped', async () => {
    for (const [from, to] of [
      [7, -1],
      [8, 7],
      [-1, 8],
    ])
      await owner.query('UPDATE audit_record SET seq = $3 WHERE chain = $1 AND seq = $2', [chain, from, to]);
    expect(await verify()).toBe(7);
  });

  it('one inserted between two others', async () => {
    for (let seq = last; seq > 7; seq--)
      await owner.query('UPDATE audit_record SET seq = seq + 1 WHERE chain = $1 AND seq = $2', [chain, seq]);
    await owner.query(
      `INSERT INTO audit_record (chain, seq, at, actor, request_id, event, subject, detail, previous, hash)
      SELECT chain, 8, at, actor, request_id, event, subject, detail, hash, audit_hash(chain, 8, at, actor, NULL, NULL, request_id, event, subject, detail, hash)
      FROM audit_record WHERE chain = $1 AND seq = 7`,
      [chain],
    );
    expect(await verify()).toBe(9);
  });

  it('one appended past the head', async () => {
    await owner.query(
      `INSERT INTO audit_record (chain, seq, at, actor, request_id, event, subject, detail, previous, hash)
      SELECT chain, seq + 1, at, actor, request_id, event, subject, detail, hash, audit_hash(chain, seq + 1, at, actor, NULL, NULL, request_id, event, subject, detail, hash)
      FROM audit_record WHERE chain = $1 AND seq = $2`,
      [chain, last],
    );
    expect(await verify()).toBe(last + 1);
  });

  it.each([`UPDATE audit_head SET seq = seq - 1`, `UPDATE audit_head SET hash = repeat('f', 64)`, 'DELETE FROM audit_head'])(
    'the head itself: %s',
    async (change) => {
      await owner.query(`${change} WHERE chain = $1`, [chain]);
      expect(await verify()).not.toBeNull();
    },
  );
});

type Context = Command<AgencyScope, Statements>;

describe.each([
  ['models', runCommand],
  ['statements', runStatements],
])('what is not recorded does not happen, by %s', (_access, runner) => {
  const origin = { actor: scope.actor, requestId: 'test', districtCode: scope.districtCode };
  const touch = ({ tx }: Context) => tx.$executeRaw(Prisma.sql`UPDATE filing_draft SET body = '{}' WHERE id = ${draft}::uuid`);
  const run = (command: (context: Context) => Promise<Outcome<unknown>>) => runner({ scope, origin, command });

  it('a command that changes a row and records nothing is rolled back', async () => {
    const before = await readState();
    await expect(run(async (context) => ok(await touch(context)))).rejects.toThrow('without an audit record');
    expect(await readState()).toEqual(before);
  });

  it('a refusal that records nothing leaves nothing behind', async () => {
    const before = await readState();
    const outcome = await run(async (context) => {
      await touch(context);
      return notFound();
    });
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'notFound' } });
    expect(await readState()).toEqual(before);
  });

  it.each([
    ['before anything is sent', async () => Promise.reject(new Error('broken'))],
    [
      'at once',
      () => {
        throw new Error('broken');
      },
    ],
    ['in the database', async (tx: Statements) => void (await tx.$executeRaw(Prisma.sql`SELECT 'broken'::uuid`))],
  ])('a fault after the record, %s, leaves neither the change nor the record', async (_when, afterwards) => {
    const before = await readState();
    const command = async (context: Context): Promise<Outcome<null>> => {
      await touch(context);
      context.record('draft.saved', draft);
      return ok(null);
    };
    await expect(runner({ scope, origin, command, afterwards })).rejects.toThrow('broken');
    expect(await readState()).toEqual(before);
  });

  it.each([
    ['a record that cannot be stored', { text: '\u0000' }, draft],
    ['a message that cannot be stored', { notices: [{ to: { userIds: [scope.actor.id] }, text: '', href: '' }] }, 'no-uuid'],
  ])('%s takes the change with it', async (_what, detail, subject) => {
    const before = await readState();
    const command = async (context: Context): Promise<Outcome<null>> => {
      await touch(context);
      context.record('draft.saved', subject, detail);
      return ok(null);
    };
    await expect(run(command)).rejects.toThrow();
    expect(await readState()).toEqual(before);
  });
});
