import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, parse, readSources } from '#support/source-files.ts';

const files = readSources(['src', 'prisma/seed', 'tests'], /\.tsx?$/);
const imports = files.flatMap((file) => importsOf(parse(file)).map((name) => ({ path: file.path, name })));
const areaOf = (path: string): string => path.split('/').slice(0, 2).join('/');

function target(path: string, name: string): string {
  return new URL(name, `file:///${path}`).pathname.slice(1);
}

// Next asks for route files with named exports, so those may pass on what a slice's api/ made.
const isRouteFile = (path: string): boolean => /^src\/app\/.*\/route\.ts$/.test(path);

describe('imports', () => {
  it('say which file they mean', () => {
    const own = imports.filter(({ name }) => /^(\.|#)/.test(name));
    expect(own.filter(({ name }) => !/\.(ts|tsx|mjs|css|json)$/.test(name))).toEqual([]);
  });

  it('are relative only inside one tree; elsewhere they use the alias', () => {
    const relative = imports.filter(({ name }) => name.startsWith('.'));
    const crossing = relative.filter(({ path, name }) => areaOf(target(path, name)) !== areaOf(path));
    expect(crossing.filter(({ name }) => !name.endsWith('.css') && !name.includes('generated'))).toEqual([]);
  });

  it('need no barrels: no file passes on what another one exports', () => {
    const passing = files.filter((file) =>
      parse(file).statements.some((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined),
    );
    expect(passing.map(({ path }) => path).filter((path) => !isRouteFile(path))).toEqual([]);
    expect(files.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path))).toEqual([]);
  });

  it('keep queries and commands on the server', () => {
    const server = files.filter(
      ({ path }) => /^src\/features\/[^/]+\/(queries|commands)(\.ts$|\/)/.test(path) && !/\.test\.ts$/.test(path),
    );
    expect(server.filter((file) => !importsOf(parse(file)).includes('server-only')).map(({ path }) => path)).toEqual([]);
  });
});
