import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chiSquare, firstPickChances, inclusionChances, makeSubjects } from '#support/draw-chances.ts';
import { answerAtOnce, askKeys } from './compute-draw.ts';

const draws = 3000;

/** How often each subject is among the first `sample` by key, over many seeds. */
function count(subjects: ReturnType<typeof makeSubjects>, sample: number): number[] {
  const counts = subjects.map(() => 0);
  const placeOf = new Map(subjects.map(({ id }, index) => [id, index]));
  for (let draw = 0; draw < draws; draw++) {
    const seed = createHash('sha256').update(`chances ${draw}`).digest();
    const keys = answerAtOnce(askKeys(subjects), (message) => createHmac('sha256', seed).update(message).digest('hex'));
    const order = [...keys].sort(([, one], [, other]) => (one < other ? -1 : 1));
    for (const [id] of order.slice(0, sample)) counts[placeOf.get(id) ?? 0] = (counts[placeOf.get(id) ?? 0] ?? 0) + 1;
  }
  return counts;
}

// Bounds that chance alone passes once in a million runs; the seeds are fixed, so the outcome is as well.
describe('chances', () => {
  it('are the same for equal weights', () => {
    const subjects = makeSubjects(Array.from({ length: 12 }, () => 1));
    expect(
      chiSquare(
        count(subjects, 3),
        subjects.map(() => 3 / 12),
        draws,
      ),
    ).toBeLessThan(50);
  });

  it('of the first pick are weight over the sum of weights', () => {
    const weights = [1, 1, 2, 3, 4, 5];
    expect(chiSquare(count(makeSubjects(weights), 1), firstPickChances(weights), draws)).toBeLessThan(37);
  });

  it('of several picks are those of weighted drawing without replacement', () => {
    const weights = [1, 1, 2, 3, 4, 5];
    expect(chiSquare(count(makeSubjects(weights), 2), inclusionChances(weights, 2), draws)).toBeLessThan(37);
  });
});
