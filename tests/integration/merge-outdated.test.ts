import { describe, expect, it } from 'vitest';
import { decideProposal } from '#features/merge/commands/decide-proposal.ts';
import { loadMerges } from '#features/merge/queries/load-merges.ts';
import { mergeDecision } from '#features/merge/schema.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { asOwner } from '#support/api.ts';
import { merge, readProposals } from '#support/merges.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { declareOne, readLine, reviewYear, take } from '#support/review.ts';

const clerk = await officeOf('luolin');
const count = (number: number) => ({ quantity: { kind: 'count' as const, count: number } });
const [emergency, fire] = ['431103-emergency', '431103-fire'];
const accept = (proposal: string) => mergeDecision.parse({ proposal, choice: 'accept' });

async function proposalOf(lines: readonly string[]) {
  const { id } = await merge(clerk, reviewYear);
  const found = (await readProposals(id)).find(({ line_ids }) => lines.every((line) => line_ids.includes(line)));
  if (!found) throw new Error('nothing proposed');
  return found;
}
const statusOf = async (id: string) =>
  (await loadMerges(clerk, reviewYear, { page: 1, pairs: 1 })).proposals.find((proposal) => proposal.id === id)?.status;

const lines = [await declareOne(emergency, 'emergency-001', count(30)), await declareOne(fire, 'fire-001', count(12))];

describe('a proposal whose lines changed since the run', () => {
  it('is out of date and says so, until the change is undone', async () => {
    const { id } = await proposalOf(lines);
    const trim = await take(clerk, { action: 'trim', lineIds: [lines[0] ?? ''], change: { count: 29 } });
    expect(await statusOf(id)).toBe('changed');
    expect(await act(clerk, decideProposal, accept(id))).toMatchObject({
      refusal: { kind: 'stale', say: expect.stringContaining('申报行在测算后改过') },
    });
    await succeed(clerk, undoStep, { step: trim });
    expect(await statusOf(id)).toBe('open');
    await take(clerk, { action: 'keep', lineIds: lines });
    expect(await statusOf(id)).toBe('open');
  });

  it('sent to the office anew, is out of date too', async () => {
    const { id } = await proposalOf(lines);
    await asOwner('UPDATE declaration SET approved_at = now() WHERE id = (SELECT declaration_id FROM declaration_line WHERE id = $1)', [
      lines[0],
    ]);
    expect(await statusOf(id)).toBe('changed');
  });

  it('can be accepted although a listed firm has closed, with what the lines still count', async () => {
    const firms = await asOwner<{ uscc: string }>(
      `SELECT uscc FROM enterprise WHERE district_code = '431103' AND status = 'active' ORDER BY uscc DESC LIMIT 3`,
    );
    const pool = { industries: [], inPark: false, keyOnly: false, risks: [], territories: [], list: firms.map(({ uscc }) => uscc) };
    const listed = { pool, quantity: { kind: 'all' as const }, source: 'city' as const, period: { kind: 'month' as const, months: [2] } };
    const two = [await declareOne(emergency, 'emergency-001', listed), await declareOne(fire, 'fire-001', listed)];
    await asOwner(`UPDATE enterprise SET status = 'cancelled' WHERE uscc = $1`, [firms[0]?.uscc]);
    const { id, before, after } = await proposalOf(two);
    expect({ before, after }).toEqual({ before: 4, after: 2 });
    await succeed(clerk, decideProposal, accept(id));
    const { joint_id } = await readLine(two[0] ?? '');
    expect(await asOwner('SELECT change FROM review_step WHERE id = $1', [joint_id])).toMatchObject([{ change: { count: 3 } }]);
  });
});
