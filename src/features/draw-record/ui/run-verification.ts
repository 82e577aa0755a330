import { bytesOfHex } from '#domain/draw/messages.ts';
import { askVerification, type Step, type VerifyAsk, type Verifying } from '#domain/draw/verify.ts';

/** Hears of every step as it is done, and of so many hashes computed since the last time. */
export type Watcher = { readonly told: (step: Step) => void; readonly hashed: (count: number) => void };

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexOf = (bytes: ArrayBuffer): string => {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += pairs[byte];
  return text;
};

/** Lets the browser draw and answer before the next piece of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function digestAll({ messages }: VerifyAsk & { kind: 'hash' }): Promise<string[]> {
  const hashes = await Promise.all(messages.map((message) => crypto.subtle.digest('SHA-256', message)));
  return hashes.map(hexOf);
}

async function signAll({ key, messages }: VerifyAsk & { kind: 'hmac' }): Promise<string[]> {
  const imported = await crypto.subtle.importKey('raw', bytesOfHex(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const hashes = await Promise.all(messages.map((message) => crypto.subtle.sign('HMAC', imported, message)));
  return hashes.map(hexOf);
}

/** Verifies a draw in this browser, with nothing but its own arithmetic; the page stays alive, however large the pool. */
export async function runVerification(verifying: Verifying, { told, hashed }: Watcher): Promise<boolean> {
  await breathe();
  const asking = askVerification(verifying);
  let next = asking.next();
  while (!next.done) {
    const ask = next.value;
    if (ask.kind === 'step') told(ask.step);
    const answer = ask.kind === 'step' ? [] : await (ask.kind === 'hash' ? digestAll(ask) : signAll(ask));
    if (ask.kind === 'hmac') hashed(ask.messages.length);
    await breathe();
    next = asking.next(answer);
  }
  return next.value;
}

/** How many tickets the candidates of a frozen record hold: as many hashes have to be computed. */
export function countTickets(record: string): number {
  let tickets = 0;
  for (const [, weight] of record.matchAll(/"weight":(\d+)/g)) tickets += Number(weight);
  return tickets;
}

/** The record with one byte changed: the last character of the code of whoever was drawn first; what was done, in words. */
export function changeOneByte(record: string, result: string): { readonly record: string; readonly said: string } {
  const drawn = /"targets":\[\{"id":"([^"]+)"/.exec(result)?.[1] ?? '';
  const at = record.indexOf(`"id":"${drawn}"`, record.indexOf('"subjects":[')) + '"id":"'.length + drawn.length - 1;
  const old = record.charAt(at);
  const other = old === 'X' || old === '9' ? String.fromCharCode(old.charCodeAt(0) - 1) : String.fromCharCode(old.charCodeAt(0) + 1);
  return {
    record: record.slice(0, at) + other + record.slice(at + 1),
    said: `把名单里 ${drawn}（抽中的第 1 位）的最后一个字符 ${old} 改成了 ${other}`,
  };
}
