import { parseArgs } from 'node:util';

/** What is measured and for how long: seconds a round and side, rounds a scenario, connections at once. */
export type Options = {
  readonly scenarios: readonly string[];
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
};

const usual = ['filing', 'batch', 'check', 'list', 'json', 'code', 'merge', 'sheet', 'start', 'draw', 'chances'];

function positive(text: string, name: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 600) return value;
  throw new Error(`--${name} has to be a whole number from 1 to 600`);
}

/** Reads `--scenario filing,check --seconds 5 --rounds 5 --connections 16`. */
export function readOptions(words: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      scenario: { ...text, default: usual.join(',') },
      seconds: { ...text, default: '4' },
      rounds: { ...text, default: '5' },
      connections: { ...text, default: '16' },
    },
  });
  const scenarios = values.scenario.split(',');
  const unknown = scenarios.filter((name) => !usual.includes(name));
  if (unknown.length > 0) throw new Error(`no scenario ${unknown.join(', ')}; there are ${usual.join(', ')}`);
  return {
    scenarios,
    seconds: positive(values.seconds, 'seconds'),
    rounds: positive(values.rounds, 'rounds'),
    connections: positive(values.connections, 'connections'),
  };
}
