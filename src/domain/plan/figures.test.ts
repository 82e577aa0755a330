import { describe, expect, it } from 'vitest';
import { computeFigures, computeLineReduction, computeVisitReduction, type FigureLine } from './figures.ts';

const line = (changes: Partial<FigureLine> = {}): FigureLine => ({
  ...{ declaredCount: 12, declaredForm: 'onsite', outcome: 'kept', count: 12, form: 'onsite', jointId: null },
  ...changes,
});

describe('what became of the declarations', () => {
  it('a returned line is neither declared nor planned: nothing was saved by it', () => {
    const figures = computeFigures([line(), line({ declaredCount: 100, count: 100, outcome: 'returned' })], []);
    expect(figures).toMatchObject({ declaredLines: 1, declaredVisits: 12, plannedEntries: 1, plannedVisits: 12, returnedLines: 1 });
    expect([computeVisitReduction(figures), computeLineReduction(figures)]).toEqual([0, 0]);
  });

  it('a dropped line was declared and is saved', () => {
    const figures = computeFigures([line(), line({ declaredCount: 36, count: 36, outcome: 'dropped' })], []);
    expect(figures).toMatchObject({ declaredLines: 2, declaredVisits: 48, plannedVisits: 12, droppedLines: 1 });
    expect([computeVisitReduction(figures), computeLineReduction(figures)]).toEqual([0.75, 0.5]);
  });

  it('forms that enter nobody count as no visits, on either side', () => {
    const figures = computeFigures([line({ form: 'document' }), line({ declaredForm: 'remote', form: 'remote' })], []);
    expect(figures).toMatchObject({ declaredVisits: 12, plannedEntries: 2, plannedVisits: 0 });
    expect(computeVisitReduction(computeFigures([], []))).toBe(0);
  });
});
