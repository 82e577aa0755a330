import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { innerLines, lineOf, parse, readSources, walk } from '#support/source-files.ts';

const code = readSources(['src', 'prisma/seed', 'tests'], /\.(ts|tsx|mjs)$/);
const written = code.filter(({ path }) => !/\.data\.ts$/.test(path));
const product = written.filter(({ path }) => !/\.(test|spec|fixture)\.tsx?$/.test(path) && !path.endsWith('.mjs'));

const sizes = written.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
const quantile = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;
type Place = { place: string; lines: number; parameters: number };

function isCallable(node: ts.Node): node is Callable {
  return ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
}

function placesIn(path: string, text: string): Place[] {
  const places: Place[] = [];
  walk(parse({ path, text }), (node) => {
    if (!isCallable(node) || !node.body) return;
    const lines = ts.isBlock(node.body) ? innerLines(node.body) : 0;
    places.push({ place: `${path}:${lineOf(node)}`, lines, parameters: node.parameters.length });
  });
  return places;
}

const functions = product.flatMap(({ path, text }) => placesIn(path, text));
const longer = (limit: number, pattern: RegExp): Place[] => functions.filter(({ place, lines }) => pattern.test(place) && lines > limit);

describe('files are small', () => {
  it('no file has more than 300 lines, data apart', () => {
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('half of them have at most 60, nine in ten at most 180', () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(60);
    expect(quantile(0.9)).toBeLessThanOrEqual(180);
  });
});

describe('functions are small', () => {
  it('no function has more than 30 lines', () => {
    expect(longer(30, /./)).toEqual([]);
  });

  it('no function takes more than three parameters', () => {
    expect(functions.filter(({ parameters }) => parameters > 3)).toEqual([]);
  });

  it('a page has at most 20 lines', () => {
    expect(longer(20, /^src\/app\/.*\/page\.tsx/)).toEqual([]);
  });

  it('a command has at most 25 lines', () => {
    expect(longer(25, /^src\/features\/[^/]+\/commands(\.ts|\/)/)).toEqual([]);
  });
});

describe('actions are small', () => {
  it('an action has at most 10 lines', () => {
    const long: string[] = [];
    for (const file of readSources(['src/features'], /\/actions(\.ts$|\/)/)) {
      for (const statement of parse(file).statements) {
        if (ts.isVariableStatement(statement) && innerLines(statement) > 10) long.push(`${file.path}:${lineOf(statement)}`);
      }
    }
    expect(long).toEqual([]);
  });
});
