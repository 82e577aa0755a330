import type { Highs, Model } from 'highs';
import type { BinaryAnswer, BinaryProgram } from '#domain/plan/merge/model.ts';

export type SolveLimits = {
  /** Seconds left. */
  readonly seconds: () => number;
  readonly isOver: () => boolean;
};

/** Columns one after another, as the solver takes them. */
function packColumns(entries: BinaryProgram['entries'], numRows: number) {
  const starts = new Int32Array(entries.length + 1);
  for (const [index, { rows }] of entries.entries()) starts[index + 1] = (starts[index] ?? 0) + rows.length;
  const indices = Int32Array.from(entries.flatMap(({ rows }) => rows));
  const values = Float64Array.from(entries.flatMap((entry) => entry.values));
  return { format: 'csc' as const, numRows, numCols: entries.length, starts, indices, values };
}

function modelOf(highs: Highs, { costs, entries, rows }: BinaryProgram) {
  const { integer } = highs.constants.variableType;
  return {
    ...{ numCols: costs.length, numRows: rows.length, sense: highs.constants.objectiveSense.minimize },
    ...{ colCost: costs, colLower: costs.map(() => 0), colUpper: costs.map(() => 1), integrality: costs.map(() => integer) },
    ...{ rowLower: rows.map(({ lower }) => lower), rowUpper: rows.map(({ upper }) => upper) },
    matrix: packColumns(entries, rows.length),
  };
}

// A fixed seed: the same program gets the same answer as long as the time suffices.
const settings = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1 };

function readAnswer(highs: Highs, model: Model, length: number): BinaryAnswer {
  const { modelStatus, variableType: _types } = highs.constants;
  const proved = model.getModelStatus() === modelStatus.optimal;
  const hasSolution = Number(model.info.get('primal_solution_status')) === 2;
  const values = hasSolution ? model.getSolution().colValue : new Float64Array(length);
  const chosen = hasSolution ? [...values.keys()].filter((index) => (values[index] ?? 0) > 0.5) : null;
  const bound = Number(model.info.get('mip_dual_bound'));
  return { chosen, bound: Number.isFinite(bound) ? bound : 0, proved };
}

/** Solves a program of choices to its end, or as far as the time goes; gives the best choice found and the proved bound. */
export function solveBinary(
  highs: Highs,
  { program, start }: { program: BinaryProgram; start: readonly number[] },
  limits: SolveLimits,
): BinaryAnswer {
  const { length } = program.costs;
  if (length === 0) return { chosen: [], bound: 0, proved: true };
  return highs.withModel(modelOf(highs, program), (model): BinaryAnswer => {
    model.options.set({ ...settings, time_limit: Math.max(0.1, limits.seconds()) });
    if (start.length > 0) {
      const colValue = new Float64Array(length);
      for (const index of start) colValue[index] = 1;
      model.setSolution({ colValue });
    }
    model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        if (limits.isOver()) event.interrupt();
        return undefined;
      },
    });
    return readAnswer(highs, model, length);
  });
}
