import type { FrozenRecord, RoundRecord } from './record.ts';

type PartyRecord = RoundRecord['parties'][number];

/** The reveals that make the seed: those of the last round, in its order, which is that of the frozen record. */
export function lastReveals(rounds: readonly RoundRecord[]): string[] {
  return rounds.at(-1)?.parties.flatMap(({ reveal }) => reveal ?? []) ?? [];
}

const hasRevealed = ({ commitment, reveal, withheld }: PartyRecord) => commitment !== null && reveal !== null && !withheld;

function faultOfRound({ no, parties }: RoundRecord, { expected, isLast }: { expected: readonly string[]; isLast: boolean }): string | null {
  if (parties.map(({ party }) => party).join(' ') !== expected.join(' ')) return `第 ${no} 轮的参与方与约定不符`;
  if (parties.length < 2) return `第 ${no} 轮不足两方`;
  if (parties.some(({ commitment, reveal }) => reveal !== null && commitment === null)) return `第 ${no} 轮有一方没有承诺就揭示`;
  const withheld = parties.filter((party) => party.withheld);
  if (isLast) return parties.every(hasRevealed) ? null : `第 ${no} 轮没有全部揭示`;
  return withheld.length > 0 ? null : `第 ${no} 轮没有人缺席，却另起了一轮`;
}

/**
 * What is wrong with the rounds, in words, or null: they are numbered from 1; the first has all parties of the record in its order, each
 * later one those of the round before without whoever withheld; only the last is complete.
 */
export function findRoundFault({ parties }: FrozenRecord, rounds: readonly RoundRecord[]): string | null {
  let expected = parties;
  for (const [index, round] of rounds.entries()) {
    if (round.no !== index + 1) return '轮次的序号不连续';
    const fault = faultOfRound(round, { expected, isLast: index === rounds.length - 1 });
    if (fault !== null) return fault;
    const withheld = new Set(round.parties.filter((party) => party.withheld).map(({ party }) => party));
    expected = expected.filter((party) => !withheld.has(party));
  }
  return rounds.length > 0 ? null : '没有承诺和揭示的记录';
}
