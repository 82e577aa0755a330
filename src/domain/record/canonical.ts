function writeText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no canonical form');
  return JSON.stringify(text);
}

function writeObject(value: object): string {
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${members
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => `${writeText(name)}:${writeCanonical(inner)}`)
    .join(',')}}`;
}

/**
 * JSON with its names sorted and nothing between them (RFC 8785), for text, whole numbers, truth values, null, lists and objects.
 * A member that is undefined is left out, as JSON does; anything else (fractions, dates, functions) is refused: it throws.
 */
export function writeCanonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return writeObject(value);
  throw new RangeError(`no canonical form for ${typeof value}`);
}
