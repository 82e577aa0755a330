import { request } from 'node:http';
import { connected } from '../database.ts';
import { runRounds } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const somePublicCodes = `SELECT public_code AS code FROM filing WHERE status = 'filed' AND starts_at > now() ORDER BY md5(id::text) LIMIT 500`;

/** Another visitor each time: a code answers only so often to one address. */
function visitor(turn: number): string {
  return `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
}

type Loaded = { readonly bytes: number; readonly text: string };

/** A resource as a browser asks for it: gzip accepted, the bytes on the wire counted without headers. */
async function load(url: URL): Promise<Loaded> {
  const packed = await bytesOf(url, 'gzip');
  const plain = await bytesOf(url, 'identity');
  return { bytes: packed.length, text: plain.toString('utf8') };
}

function bytesOf(url: URL, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: { 'accept-encoding': encoding, 'x-forwarded-for': '10.255.255.255' } }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve(Buffer.concat(chunks));
    });
    call.once('error', reject).end();
  });
}

/** What a page and its style sheets name: scripts, styles, fonts. Fonts cut into ranges are counted only where preloaded or cut for this page. */
function resourcesOf(page: string): string[] {
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
  return [
    ...new Set(named.filter((path) => path.startsWith('/') && !/^\/(?!_next|c\/)/.test(path)).map((path) => path.replaceAll('&amp;', '&'))),
  ];
}

async function weigh(url: string): Promise<string[]> {
  const page = await load(new URL(url));
  const parts = await Promise.all(resourcesOf(page.text).map(async (path) => ({ path, ...(await load(new URL(path, url))) })));
  const fonts = parts.flatMap(({ text, path }) =>
    /unicode-range/.test(text) ? [] : [...text.matchAll(/url\(["']?([^)"']+)/g)].map(([, name]) => new URL(name ?? '', new URL(path, url))),
  );
  const fontBytes = await Promise.all(fonts.filter(({ protocol }) => protocol === 'http:').map(async (font) => (await load(font)).bytes));
  const total = [page.bytes, ...parts.map(({ bytes }) => bytes), ...fontBytes].reduce((sum, bytes) => sum + bytes, 0);
  const kb = (bytes: number) => (bytes / 1024).toFixed(1);
  return [
    `a fresh load transfers ${kb(total)} KB in ${1 + parts.length + fontBytes.length} answers (goal: 170 KB), the page itself ${kb(page.bytes)} KB`,
    ...parts.map(({ path, bytes }) => `${kb(bytes).padStart(8)} KB ${path}`),
    ...(fontBytes.length > 0 ? [`${kb(fontBytes.reduce((sum, bytes) => sum + bytes, 0)).padStart(8)} KB fonts`] : []),
  ];
}

async function run({ options, database, databasePid, product, floor }: World) {
  const codes = await connected(database.ownerUrl, async (owner) => (await owner.query<{ code: string }>(somePublicCodes)).rows);
  let turn = 0;
  const next = () => {
    turn++;
    return { method: 'GET' as const, path: `/c/${codes[turn % codes.length]?.code}`, headers: { 'x-forwarded-for': visitor(turn) } };
  };
  // All codes together answer a hundred times a second; the measurement is of the page, so that count starts anew each second.
  const forget = setInterval(
    () => void connected(database.ownerUrl, (owner) => owner.query("DELETE FROM rate_limit WHERE key LIKE 'codeTotal%'")),
    1000,
  );
  const sides = [
    { name: 'product', url: product.url, pid: product.pid, expect: 200, next },
    {
      name: 'F5 bare page',
      url: floor.url,
      pid: floor.pid,
      expect: 200,
      next: () => ({ method: 'GET' as const, path: '/list', headers: {} }),
    },
  ];
  try {
    const measured = await runRounds(sides, options, databasePid);
    return { measured, notes: await weigh(`${product.url}/c/${codes[0]?.code}`) };
  } finally {
    clearInterval(forget);
  }
}

/** The page behind a QR code. */
export const code: Scenario = { title: 'code page', goal: 0.8, run };
