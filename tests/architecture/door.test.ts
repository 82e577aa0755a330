import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, lineOf, parse, readSources, type SourceFile, walk } from '#support/source-files.ts';

const code = readSources(['src'], /\.tsx?$/);
const isUseServer = (statement: ts.Statement): boolean =>
  ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression) && statement.expression.text === 'use server';
const isExported = (statement: ts.Statement): boolean =>
  (ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function callsOf(statement: ts.Statement, doors: readonly string[]): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(
    ({ initializer }) => initializer && ts.isCallExpression(initializer) && doors.includes(initializer.expression.getText()),
  );
}

/** Exported statements that are not the result of one of the doors. */
function besideTheDoor(file: SourceFile, doors: readonly string[]): string[] {
  const wrong = parse(file).statements.filter(
    (statement) => isExported(statement) && !ts.isTypeAliasDeclaration(statement) && !callsOf(statement, doors),
  );
  return wrong.map((statement) => `${file.path}:${lineOf(statement)}`);
}

const actionFiles = code.filter((file) => parse(file).statements.some(isUseServer));
const apiFiles = code.filter(({ path }) => /^src\/features\/[^/]+\/api\/routes\.ts$/.test(path));
const routeFiles = code.filter(({ path }) => /^src\/app\/.*route\.ts$/.test(path));
const apiDoors = ['apiRoute', 'apiQuery', 'publicQuery', 'sessionRoute', 'sessionUpload', 'sessionQuery'];

describe('one door', () => {
  it('a file of server actions exports only what formAction( made', () => {
    expect(actionFiles.flatMap((file) => besideTheDoor(file, ['formAction']))).toEqual([]);
  });

  it('server actions stand in actions.ts or actions/, and nowhere inside a function', () => {
    expect(actionFiles.map(({ path }) => path).filter((path) => !/^src\/features\/[^/]+\/actions(\.ts$|\/)/.test(path))).toEqual([]);
    const inline: string[] = [];
    for (const file of code) {
      walk(parse(file), (node) => {
        if (ts.isStringLiteral(node) && node.text === 'use server' && node.parent.parent.kind !== ts.SyntaxKind.SourceFile)
          inline.push(file.path);
      });
    }
    expect(inline).toEqual([]);
  });

  it('the integration API exports only what apiRoute( and its reading sisters made', () => {
    expect(apiFiles.flatMap((file) => besideTheDoor(file, apiDoors))).toEqual([]);
  });

  it('a route below app/api passes on what stands behind that door, and does nothing itself', () => {
    const own = routeFiles.filter(({ path }) => /^src\/app\/api\//.test(path) && !path.startsWith('src/app/api/auth/'));
    const foreign = own.filter((file) =>
      importsOf(parse(file)).some((name) => !/^#(features\/[^/]+\/api\/|platform\/api-)[a-z-]+\.ts$/.test(name)),
    );
    const busy = own.filter(({ text }) => /\bfunction\b|=>|\bawait\b/.test(text));
    expect([...foreign, ...busy].map(({ path }) => path)).toEqual([]);
  });

  it('no other route accepts a write, but the text size, which a cookie keeps and no row', () => {
    const others = routeFiles.filter(({ path }) => !path.startsWith('src/app/api/') && path !== 'src/app/preferences/text/route.ts');
    const writes = /export (async )?(function|const) (POST|PUT|PATCH|DELETE)\b|\bas (POST|PUT|PATCH|DELETE)\b/;
    expect(others.filter(({ text }) => writes.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
