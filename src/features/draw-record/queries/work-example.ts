import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { computeOutcomes } from '#domain/draw/compute-draw.ts';
import { commitMessage, seedMessage, ticketMessages } from '#domain/draw/messages.ts';
import { type DrawResult, drawFormat, type FrozenRecord, type Officer, type Subject } from '#domain/draw/record.ts';
import { writeFrozen, writeResult } from '#domain/draw/write-record.ts';

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

const subject = (id: string, weight: number): Subject => ({ id, weight, stratum: '', entries: [0] });
const officer = (id: string, recused: readonly string[] = []): Officer => ({
  ...{ id, agency: 'agency', groups: ['safety'], recused, visitedLast: [] },
});

const record: FrozenRecord = {
  ...{ format: drawFormat, district: '000000', draw: 'EX-2026-1', previous: null, policy: '000000@1' },
  entries: [
    {
      ...{ entry: '2026-0001', planVersion: 1, fromDay: '2026-12-01', toDay: '2026-12-31', officers: 2 },
      agencies: [{ agency: 'agency', groups: ['safety'] }],
      strata: [{ stratum: '', size: 4, sample: 2 }],
    },
  ],
  parties: ['office', 'agency', 'witness'],
  hours: { objection: 24, commit: 24, reveal: 24 },
  ...{ publicNumber: null, targetsPerOfficer: 40 },
  subjects: [subject('A', 1), subject('B', 2), subject('C', 3), subject('D', 1)],
  excluded: [{ entry: 0, id: 'E', reason: 'cancelled' }],
  inspectors: [officer('P1'), officer('P2'), officer('P3', ['C'])],
  inspectorsExcluded: [],
};

/** A draw of four enterprises, small enough to be followed by hand; every value is computed, none is written down. */
export type WorkedExample = {
  readonly frozen: string;
  readonly poolHash: string;
  readonly parties: readonly { readonly party: string; readonly reveal: string; readonly commitment: string }[];
  readonly seed: string;
  /** In the order of their keys; the first are drawn. */
  readonly subjects: readonly {
    readonly id: string;
    readonly tickets: readonly string[];
    readonly key: string;
    readonly officers: readonly string[] | null;
  }[];
  readonly result: string;
  readonly resultHash: string;
};

function rank(seed: string, result: DrawResult): WorkedExample['subjects'] {
  const sign = (message: Uint8Array) => createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex');
  const targets = result.outcomes[0]?.targets ?? [];
  const all = record.subjects.map((each) => {
    const tickets = ticketMessages(each).map(sign);
    return { id: each.id, tickets, key: tickets.toSorted()[0] ?? '', officers: targets.find(({ id }) => id === each.id)?.officers ?? null };
  });
  return all.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

function draw(poolHash: string, parties: WorkedExample['parties']): DrawResult {
  const seed = hash(seedMessage({ poolHash, reveals: parties.map(({ reveal }) => reveal), number: null }));
  const computed = computeOutcomes(record, (message) => createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex'));
  if (computed.kind === 'infeasible') throw new Error('the example has too few inspectors');
  const rounds = [{ no: 1, parties: parties.map((party) => ({ ...party, withheld: false })) }];
  return { format: drawFormat, poolHash, rounds, number: null, seed, outcomes: computed.outcomes };
}

/** Works the example of the method's page through, with the functions that real draws are made with. */
export function workExample(): WorkedExample {
  const frozen = writeFrozen(record);
  const poolHash = hash(frozen);
  const parties = record.parties.map((party) => {
    const reveal = hash(`example 1 ${party}`);
    return { party, reveal, commitment: hash(commitMessage(poolHash, party, reveal)) };
  });
  const result = draw(poolHash, parties);
  const text = writeResult(result);
  return { frozen, poolHash, parties, seed: result.seed, subjects: rank(result.seed, result), result: text, resultHash: hash(text) };
}
