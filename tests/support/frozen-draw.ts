import { createHash, createHmac } from 'node:crypto';
import { computeOutcomes } from '#domain/draw/compute-draw.ts';
import { commitMessage, seedMessage } from '#domain/draw/messages.ts';
import { type DrawResult, drawFormat, type FrozenRecord } from '#domain/draw/record.ts';
import { splitSample } from '#domain/draw/sample.ts';
import { writeFrozen } from '#domain/draw/write-record.ts';

export const hash = (message: string | Uint8Array) => createHash('sha256').update(message).digest('hex');
export const hmac = (key: string, message: Uint8Array) => createHmac('sha256', Buffer.from(key, 'hex')).update(message).digest('hex');
export const digests = { hash, hmac };

const usccOf = (index: number) => `91431103MA4L${String(index).padStart(6, '0')}`;

const inspectors = Array.from({ length: 12 }, (_, index) => ({
  id: `DEMO-431103-U${String(index + 1).padStart(4, '0')}`,
  agency: '431103-amr',
  groups: index % 3 === 0 ? ['amr-equipment'] : ['amr-food'],
  recused: index < 4 ? [usccOf(index)] : [],
  visitedLast: [usccOf(index + 5)],
}));

/** A small draw: one agency with two ranges, twelve inspectors, a pool of so many of which so many are drawn. */
export function frozenWith({
  pool = 40,
  sample = 6,
  ...change
}: Partial<FrozenRecord> & { pool?: number; sample?: number } = {}): FrozenRecord {
  const subjects = Array.from({ length: pool }, (_, index) => ({ id: usccOf(index), weight: 1 + (index % 4), stratum: '', entries: [0] }));
  const strata = splitSample(new Map([['', pool]]), sample);
  return {
    format: drawFormat,
    district: '431103',
    draw: '冷抽〔2026〕12号',
    previous: null,
    policy: '431103@3',
    entries: [
      {
        entry: '冷检计〔2026〕7号',
        planVersion: 2,
        fromDay: '2026-12-01',
        toDay: '2026-12-31',
        agencies: [{ agency: '431103-amr', groups: ['amr-equipment', 'amr-food'] }],
        strata,
        officers: 2,
      },
    ],
    parties: ['431103-office', '431103-amr', '431103-justice-bureau'],
    hours: { objection: 24, commit: 2, reveal: 2 },
    publicNumber: null,
    targetsPerOfficer: 20,
    subjects,
    excluded: [{ entry: 0, id: usccOf(900), reason: 'suspended' }],
    inspectors,
    inspectorsExcluded: [{ id: 'DEMO-431103-U0099', reason: 'expires' }],
    ...change,
  };
}

/** Both texts of a draw whose parties all committed and revealed at once; the seed depends on `turn`. */
export function drawnWith(frozen: FrozenRecord, { turn = 0, number = null }: { turn?: number; number?: string | null } = {}) {
  const text = writeFrozen(frozen);
  const poolHash = hash(text);
  const parties = frozen.parties.map((party) => {
    const reveal = hash(`${party} ${turn}`);
    return { party, commitment: hash(commitMessage(poolHash, party, reveal)), reveal, withheld: false };
  });
  const seed = hash(seedMessage({ poolHash, reveals: parties.map(({ reveal }) => reveal), number }));
  const computed = computeOutcomes(JSON.parse(text) as FrozenRecord, (message) => hmac(seed, message));
  if (computed.kind === 'infeasible') throw new Error(JSON.stringify(computed.missing));
  const result: DrawResult = { format: drawFormat, poolHash, rounds: [{ no: 1, parties }], number, seed, outcomes: computed.outcomes };
  return { text, poolHash, seed, result };
}
