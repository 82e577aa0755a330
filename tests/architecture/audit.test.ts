import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse, readSources, walk } from '#support/source-files.ts';

const doors = readSources(['src/features'], /\/(actions(\.ts$|\/)|api\/routes\.ts$)/);
const commandFiles = readSources(['src/features'], /\/commands(\.ts$|\/.*\.ts$)/).filter(({ path }) => !/\.test\.ts$/.test(path));

type Body = { calls: Set<string>; text: string };

/** Every function of the commands, by name: what it calls and what it says. */
const bodies = new Map<string, Body>();
for (const file of commandFiles) {
  for (const statement of parse(file).statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.name) continue;
    const calls = new Set<string>();
    walk(statement, (node) => {
      if (ts.isCallExpression(node)) calls.add(node.expression.getText());
    });
    bodies.set(statement.name.text, { calls, text: statement.getText() });
  }
}

function isRecording(name: string, seen = new Set<string>()): boolean {
  const body = bodies.get(name);
  if (!body || seen.has(name)) return false;
  seen.add(name);
  const calls = [...body.calls];
  return calls.some((call) => call === 'record' || call.endsWith('.record')) || calls.some((call) => isRecording(call, seen));
}

/** What stands behind `command:` in the definitions of actions and API routes. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/^\s*command(?:: ([A-Za-z]+))?,$/gm)].map(([, name]) => name ?? 'command');
}

const commands = [...new Set(doors.flatMap(({ text }) => commandsIn(text)))];

describe('audit', () => {
  it('every door names a command that stands in a commands file', () => {
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((name) => !bodies.has(name))).toEqual([]);
  });

  it.each(commands)('%s records an event', (name) => {
    expect(isRecording(name)).toBe(true);
  });

  it('events are in the past tense: what happened, not what is wanted', () => {
    const events = commandFiles.flatMap(({ text }) => [...text.matchAll(/\brecord\(\s*'([a-zA-Z.-]+)'/g)].map(([, event]) => event ?? ''));
    const irregular =
      /\.(kept|left|sent|begun|withdrawn|drawn|frozen|held|put|set|made|given|taken|seen|shown|lost|found|read|told|struck|chosen|written)$/;
    expect(events.filter((event) => !/^[a-zA-Z-]+\.[a-zA-Z]*ed$/.test(event) && !irregular.test(event))).toEqual([]);
  });
});
