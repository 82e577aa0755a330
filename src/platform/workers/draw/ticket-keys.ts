import { bytesOfHex, ticketMessages } from '#domain/draw/messages.ts';
import type { Compare } from '#domain/draw/order.ts';
import type { Subject } from '#domain/draw/record.ts';
import { compress, initialState } from './sha256.ts';

const blockBytes = 64;
const words = new Int32Array(64);

/** Hashes whole blocks of bytes onto a state. */
function absorb(state: Int32Array, bytes: Uint8Array): void {
  for (let block = 0; block < bytes.length; block += blockBytes) {
    for (let word = 0; word < 16; word++) {
      const at = block + 4 * word;
      words[word] =
        ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    }
    compress(state, words);
  }
}

/** A state after one block of the key, as HMAC begins its inner and its outer hash: computed once for all tickets. */
function beginWith(key: Uint8Array, pad: number): Int32Array {
  const state = initialState.slice();
  absorb(
    state,
    Uint8Array.from({ length: blockBytes }, (_, index) => (key[index] ?? 0) ^ pad),
  );
  return state;
}

/** The message with the end that SHA-256 asks for, after one block of key. */
function finish(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / blockBytes);
  const whole = new Uint8Array(blocks * blockBytes);
  whole.set(message);
  whole[message.length] = 0x80;
  new DataView(whole.buffer).setUint32(whole.length - 4, 8 * (blockBytes + message.length));
  return whole;
}

/** HMAC-SHA256 of one message after another; `into` receives the eight words. */
function openHmac(seed: string): (finished: Uint8Array, into: Int32Array) => void {
  const key = bytesOfHex(seed);
  const [inner, outer] = [beginWith(key, 0x36), beginWith(key, 0x5c)];
  return (finished, into) => {
    into.set(inner);
    absorb(into, finished);
    words.set(into);
    words[8] = 0x80000000 | 0;
    words.fill(0, 9, 15);
    words[15] = 8 * (blockBytes + 32);
    into.set(outer);
    compress(into, words);
  };
}

/** All keys in one piece of memory: eight words for each subject, in the order of the frozen list. */
export type KeyTable = { readonly compare: Compare; readonly hexOf: (subject: number) => string };

function isBelow(candidate: Int32Array, table: Uint32Array, at: number): boolean {
  for (let word = 0; word < 8; word++) {
    const own = (candidate[word] as number) >>> 0;
    const other = table[at + word] as number;
    if (own !== other) return own < other;
  }
  return false;
}

function fillTable(subjects: readonly Subject[], seed: string): Uint32Array {
  const hmac = openHmac(seed);
  const table = new Uint32Array(8 * subjects.length).fill(0xffffffff);
  const hash = new Int32Array(8);
  // Ids of one length differ in the same bytes only, so their message is made once and written over.
  const templates = new Map<number, Uint8Array[]>();
  const idAt = 'ningqi-target/1'.length + 1;
  for (const [index, { id, weight }] of subjects.entries()) {
    let tickets = templates.get(id.length);
    if (!tickets) {
      tickets = ticketMessages({ id, weight: 16 }).map(finish);
      templates.set(id.length, tickets);
    }
    for (let ticket = 0; ticket < weight; ticket++) {
      const message = tickets[ticket] as Uint8Array;
      for (let letter = 0; letter < id.length; letter++) message[idAt + letter] = id.charCodeAt(letter);
      hmac(message, hash);
      if (isBelow(hash, table, 8 * index)) table.set(hash, 8 * index);
    }
  }
  return table;
}

/** The keys of all subjects under a seed. Their ids are ASCII and stand in ascending order, so that equal keys fall to the smaller place. */
export function makeKeys(subjects: readonly Subject[], seed: string): KeyTable {
  const table = fillTable(subjects, seed);
  return {
    compare(one, other) {
      for (let word = 0; word < 8; word++) {
        const difference = (table[8 * one + word] as number) - (table[8 * other + word] as number);
        if (difference !== 0) return difference;
      }
      return one - other;
    },
    hexOf: (subject) => Array.from(table.subarray(8 * subject, 8 * subject + 8), (word) => word.toString(16).padStart(8, '0')).join(''),
  };
}
