import 'server-only';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReactElement } from 'react';

// The bundler answers for server components with a build of React that refuses to make plain HTML; the package itself does it.
const { renderToStaticMarkup } = createRequire(join(/* turbopackIgnore: true */ process.cwd(), 'package.json'))('react-dom/server') as {
  renderToStaticMarkup: (element: ReactElement) => string;
};

const styles = ['tokens', 'base', 'frame', 'section', 'form', 'phone'].map((name) => `src/ui/styles/${name}.css`);
let sheet: string | undefined;

const read = (path: string) => readFileSync(join(/* turbopackIgnore: true */ process.cwd(), path), 'utf8');

/** The part of the style sheet that a page without scripts needs, as plain CSS: Tailwind's reset, then our own files in its layers. */
export function staticStyleSheet(): string {
  const reset = `@layer base, components, utilities;\n@layer base {\n${read('node_modules/tailwindcss/preflight.css')}\n}`;
  sheet ??= [reset, ...styles.map(read)].join('\n').replace(/@theme[^{]*\{/, ':root {');
  return sheet;
}

/** An answer of plain HTML without any script: for phones on slow networks, where every kilobyte is waited for. */
export function answerStatically(page: ReactElement, status = 200): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, { status, headers });
}
