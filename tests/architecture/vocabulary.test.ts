import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { lineOf, parse, readSources, walk } from '#support/source-files.ts';

const files = readSources(['src', 'prisma/seed', 'tests'], /\.(ts|tsx|mjs)$/);
const banned = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'service', 'handler', 'info', 'process']);

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());
}

const isBanned = (name: string): boolean => wordsOf(name).some((word) => banned.has(word));

type Named = ts.Declaration & { name: ts.Identifier };

// Properties are left out: some are fields of the record (the 经办人 of a form is its handler), some belong to packages.
function isNamed(node: ts.Node): node is Named {
  const isKind =
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isParameter(node);
  return isKind && node.name !== undefined && ts.isIdentifier(node.name);
}

function bannedNames(): string[] {
  const found: string[] = [];
  for (const file of files) {
    walk(parse(file), (node) => {
      if (isNamed(node) && isBanned(node.name.text)) found.push(`${file.path}:${lineOf(node)} ${node.name.text}`);
    });
  }
  return found;
}

describe('vocabulary', () => {
  it('a slice holds only the files that every slice holds', () => {
    const parts =
      /^src\/features\/[a-z-]+\/((schema|queries|commands|actions|labels)(\.test)?\.ts|(ui|api|schema|queries|commands|actions)\/[^/]+)$/;
    expect(
      readSources(['src/features'], /./)
        .filter(({ path }) => !parts.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('domain folders are named in the singular, slices as well', () => {
    const folders = new Set(files.flatMap(({ path }) => /^src\/domain\/([a-z-]+)\//.exec(path)?.[1] ?? []));
    expect([...folders].filter((folder) => /[^s]s$/.test(folder))).toEqual([]);
  });

  it('files are in kebab-case', () => {
    const names = readSources(['src', 'prisma/seed', 'tests'], /\.(tsx?|mjs|css)$/).map(({ path }) => path);
    expect(names.filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  it('no file and nothing we name says utils, helpers, common, misc, manager, service, handler, info or process', () => {
    expect(files.map(({ path }) => path).filter(isBanned)).toEqual([]);
    expect(bannedNames()).toEqual([]);
  }, 30_000);

  it('nothing is silenced, skipped or put off', () => {
    const escapes = /@ts-(ignore|expect-error|nocheck)|biome-ignore|\b(it|test|describe)\.(skip|only|todo|fixme)\b|\bTO{1}DO\b|FIX{1}ME/;
    const here = 'tests/architecture/vocabulary.test.ts';
    expect(files.filter(({ path, text }) => path !== here && escapes.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
