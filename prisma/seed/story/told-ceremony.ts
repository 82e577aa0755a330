import { createHash, createHmac } from 'node:crypto';
import { computeOutcomes } from '#domain/draw/compute-draw.ts';
import { commitMessage, seedMessage } from '#domain/draw/messages.ts';
import { type DrawResult, drawFormat, type FrozenRecord } from '#domain/draw/record.ts';
import { writeResult } from '#domain/draw/write-record.ts';
import { untouchedEnterprises } from '../untouched.data.ts';

export const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** What a party holds in its round, and what it commits to with it: hex. */
export type Share = { readonly party: string; readonly reveal: string; readonly commitment: string };

/** The parties' random numbers, made up from the draw's own number so that every demo tells the same draw. */
export function shareOut(frozen: FrozenRecord, poolHash: string, attempt: number): Share[] {
  return frozen.parties.map((party) => {
    const reveal = hashOf(`ningqi-demo ${frozen.district} ${frozen.draw} ${party} ${attempt}`);
    return { party, reveal, commitment: hashOf(commitMessage(poolHash, party, reveal)) };
  });
}

/** What came of a ceremony: the shares, and the result's bytes as the product writes them. */
export type Held = { readonly shares: readonly Share[]; readonly result: DrawResult; readonly text: string };

function compute(frozen: FrozenRecord, poolHash: string, shares: readonly Share[]): DrawResult | null {
  const seed = hashOf(seedMessage({ poolHash, reveals: shares.map(({ reveal }) => reveal), number: null }));
  const computed = computeOutcomes(frozen, (message) => createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex'));
  if (computed.kind === 'infeasible') return null;
  const parties = shares.map(({ party, reveal, commitment }) => ({ party, commitment, reveal, withheld: false }));
  return { format: drawFormat, poolHash, rounds: [{ no: 1, parties }], number: null, seed, outcomes: computed.outcomes };
}

const mostAttempts = 400;
const untouched = new Set(untouchedEnterprises);

function isFree({ outcomes }: DrawResult, spared: ReadonlySet<string>): boolean {
  return outcomes.every(
    ({ targets, reserves }) => targets.every(({ id }) => !spared.has(id)) && reserves.every(({ id }) => !untouched.has(id)),
  );
}

/**
 * Holds the ceremony with the first random numbers that draw none of these enterprises, which have a part of their own in the story, and
 * put nobody of the press report next in order.
 */
export function holdCeremony(frozen: FrozenRecord, poolHash: string, spared: ReadonlySet<string>): Held | null {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const shares = shareOut(frozen, poolHash, attempt);
    const result = compute(frozen, poolHash, shares);
    if (result && isFree(result, spared)) return { shares, result, text: writeResult(result) };
  }
  return null;
}
