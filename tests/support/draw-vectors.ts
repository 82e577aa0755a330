import { officerMessage, ticketMessages } from '#domain/draw/messages.ts';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { writeResult } from '#domain/draw/write-record.ts';
import { drawnWith, frozenWith, hash, hmac } from './frozen-draw.ts';

const idOf = (index: number) => `91431103MA4L${String(index).padStart(6, '0')}`;
const officer = (id: number, agency: string, groups: string[]) => ({
  ...{ id: `DEMO-431103-U${String(id).padStart(4, '0')}`, agency, groups },
  recused: id === 3 ? [idOf(2)] : [],
  visitedLast: id === 5 ? [idOf(0), idOf(1)] : [],
});

const small = frozenWith({ pool: 8, sample: 2, inspectors: frozenWith().inspectors.slice(0, 4) });

const dates = { planVersion: 1, fromDay: '2026-12-01', toDay: '2026-12-31' };
// Two entries together, three strata, a public number, and hardly any place to spare.
const together: FrozenRecord = {
  ...frozenWith(),
  draw: '冷抽〔2026〕13号',
  previous: '冷抽〔2026〕12号',
  entries: [
    {
      ...{ entry: '冷检计〔2026〕21号', ...dates, officers: 3 },
      agencies: [
        { agency: '431103-emergency', groups: ['e-chemical'] },
        { agency: '431103-amr', groups: ['amr-equipment', 'amr-food'] },
      ],
      strata: [
        { stratum: 'A', size: 4, sample: 1 },
        { stratum: 'B', size: 5, sample: 2 },
        { stratum: 'C', size: 1, sample: 1 },
      ],
    },
    {
      ...{ entry: '冷检计〔2026〕30号', ...dates, officers: 2 },
      agencies: [{ agency: '431103-amr', groups: ['amr-food'] }],
      strata: [
        { stratum: 'A', size: 4, sample: 1 },
        { stratum: 'B', size: 5, sample: 2 },
      ],
    },
  ],
  publicNumber: { lottery: '福彩3D', issue: '2026312', at: '2026-11-24T21:15:00+08:00' },
  targetsPerOfficer: 4,
  subjects: Array.from({ length: 12 }, (_, index) => ({
    id: idOf(index),
    weight: 1 + (index % 3),
    stratum: index === 9 ? 'C' : index < 4 || index === 11 ? 'A' : 'B',
    entries: index === 10 || index === 11 ? [1] : index === 9 || index < 1 || index === 8 ? [0] : [0, 1],
  })),
  inspectors: [
    ...[officer(1, '431103-amr', ['amr-equipment']), officer(2, '431103-amr', ['amr-food']), officer(3, '431103-amr', ['amr-food'])],
    ...[officer(4, '431103-amr', ['amr-equipment', 'amr-food']), officer(5, '431103-emergency', ['e-chemical', 'e-fire'])],
    ...[officer(6, '431103-emergency', ['e-chemical']), officer(7, '431103-emergency', ['e-fire'])],
  ],
};

/** The records that the format's page shows, each with its public number. */
export const vectorRecords = [
  { frozen: small, number: null },
  { frozen: together, number: '907' },
];

/** A record with everything that comes up between it and its result. */
export function vectorOf({ frozen, number }: (typeof vectorRecords)[number]) {
  const { text, poolHash, seed, result } = drawnWith(frozen, { number });
  const [first] = result.outcomes[0]?.targets ?? [];
  const [id, member] = [first?.id ?? '', first?.officers[0] ?? ''];
  return {
    record: text,
    poolHash,
    rounds: result.rounds,
    number,
    seed,
    ticket: [id, 1, hmac(seed, ticketMessages({ id, weight: 1 })[0] ?? new Uint8Array())],
    rank: [id, member, hmac(seed, officerMessage(id, member))],
    result: writeResult(result),
    resultHash: hash(writeResult(result)),
  };
}
