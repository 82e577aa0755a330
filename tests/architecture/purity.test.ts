import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, lineOf, parse, readSources, type SourceFile, walk } from '#support/source-files.ts';

const domain = readSources(['src/domain'], /\.ts$/).filter(({ path }) => !/\.test\.ts$/.test(path));
const globals = new Set([
  'process',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'globalThis',
  'Buffer',
]);

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (text === 'Date.now' || text === 'Math.random') return text;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (
    ts.isIdentifier(node) &&
    globals.has(node.text) &&
    !ts.isPropertyAccessExpression(node.parent) &&
    !ts.isPropertyAssignment(node.parent)
  ) {
    return node.text;
  }
  return ts.isAwaitExpression(node) ||
    (ts.isFunctionLike(node) && ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Async)
    ? 'async'
    : undefined;
}

function impuritiesOf(file: SourceFile): string[] {
  const found: string[] = [];
  walk(parse(file), (node) => {
    const impurity = impurityOf(node);
    if (impurity) found.push(`${file.path}:${lineOf(node)} ${impurity}`);
  });
  return found;
}

describe('the domain is pure', () => {
  it('no clock, no chance, no input or output, nothing asynchronous', () => {
    expect(domain.flatMap(impuritiesOf)).toEqual([]);
  });

  it('imports only the domain, and dates inside calendar/', () => {
    const foreign = domain.flatMap((file) =>
      importsOf(parse(file))
        .filter((name) => !/^(\.{1,2}\/|#domain\/)/.test(name))
        .filter((name) => !(file.path.startsWith('src/domain/calendar/') && /^(date-fns|@date-fns\/tz)(\/|$)/.test(name)))
        .map((name) => `${file.path} ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  it('only the calendar cuts a day out of an ISO string: elsewhere that would be a day in London', () => {
    const code = readSources(['src', 'prisma/seed'], /\.tsx?$/).filter(({ path }) => !path.startsWith('src/domain/calendar/'));
    expect(code.filter(({ text }) => /toISOString\(\)\s*\.slice\(0, 10\)/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
