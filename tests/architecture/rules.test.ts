import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse, readSources, type SourceFile, walk } from '#support/source-files.ts';

const files = readSources(['src/domain/inspection'], /\.ts$/);
const byPath = new Map(files.map((file) => [file.path, file]));
const rules = files.filter(({ path }) => /\/rules\/[a-z-]+\.ts$/.test(path));
const idOf = (path: string): string => path.split('/').at(-1)?.replace('.ts', '') ?? '';
const listed = byPath.get('src/domain/inspection/entry-rules.ts')?.text ?? '';

function titleOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression.getText();
  const [title] = node.arguments;
  const isTest = /^(it|test)(\.each\b|\.for\b|$)/.test(called) && !/^(it|test)\.(each|for)$/.test(called);
  return isTest && title && (ts.isStringLiteral(title) || ts.isNoSubstitutionTemplateLiteral(title)) ? title.text : undefined;
}

function titlesOf(file: SourceFile | undefined): string[] {
  const titles: string[] = [];
  if (!file) return titles;
  walk(parse(file), (node) => {
    const title = titleOf(node);
    if (title !== undefined) titles.push(title);
  });
  return titles;
}

describe('entry rules', () => {
  it('there are some, and each stands in the list of rules', () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.map(({ path }) => idOf(path)).filter((id) => !listed.includes(`./rules/${id}.ts`))).toEqual([]);
  });

  it.each(rules.map(({ path }) => idOf(path)))('%s has its cases beside it, each title beginning with its id', (id) => {
    const titles = titlesOf(byPath.get(`src/domain/inspection/rules/${id}.test.ts`));
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.filter((title) => !title.startsWith(id))).toEqual([]);
  });

  it.each(rules.map(({ path }) => idOf(path)))('%s answers with its own id and cites the policy or a statute', (id) => {
    const text = byPath.get(`src/domain/inspection/rules/${id}.ts`)?.text ?? '';
    expect(text).toContain(`'${id}'`);
    expect(text).toMatch(/basis|cite|sources|statute|Citation/);
  });
});
