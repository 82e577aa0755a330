import { createHash } from 'node:crypto';

/** An order that looks drawn and is the same every time: by the hash of a salt and each item's name. */
export function shuffled<T>(items: readonly T[], salt: string, nameOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({
    item,
    key: createHash('sha256')
      .update(`${salt} ${nameOf(item)}`)
      .digest('hex'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
