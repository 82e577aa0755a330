/** Says in words what is wrong with a value that stands at this place of a record, or null. */
export type Check = (value: unknown, place: string) => string | null;

/** Text without control characters, as long as asked for. */
export function text({ least = 0, pattern }: { least?: number; pattern?: RegExp } = {}): Check {
  return (value, place) => {
    if (typeof value !== 'string' || value.length < least) return `${place}应当是一段文字`;
    if (/\p{Cc}/u.test(value) || !value.isWellFormed()) return `${place}含有不能出现的字符`;
    return pattern && !pattern.test(value) ? `${place}的写法不对` : null;
  };
}

/** A whole number within bounds, both inclusive. */
export function whole(least: number, most: number): Check {
  return (value, place) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? null
      : `${place}应当是 ${least} 到 ${most} 的整数`;
}

/** One of these words. */
export function oneOf(words: readonly string[]): Check {
  return (value, place) => (typeof value === 'string' && words.includes(value) ? null : `${place}不是规定的写法`);
}

/** True or false. */
export const truth: Check = (value, place) => (typeof value === 'boolean' ? null : `${place}应当是“是”或“否”`);

/** Null, or what is checked. */
export function orNull(check: Check): Check {
  return (value, place) => (value === null ? null : check(value, place));
}

/** A list of at least so many; its faults name the place in it. */
export function list(check: Check, least = 0): Check {
  return (value, place) => {
    if (!Array.isArray(value) || value.length < least) return `${place}应当是${least > 0 ? `至少 ${least} 项的` : ''}一列`;
    for (let index = 0; index < value.length; index++) {
      if (check(value[index], '') !== null) return check(value[index], `${place}第 ${index + 1} 项`);
    }
    return null;
  };
}

/** An object with these names and no others. */
export function object(checks: Readonly<Record<string, readonly [string, Check]>>): Check {
  const names = Object.keys(checks);
  return (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${place}应当是一组字段`;
    const held = value as Record<string, unknown>;
    for (const name of names) {
      const [word, check] = checks[name] ?? ['', truth];
      if (!Object.hasOwn(held, name)) return `${place}缺少“${word}”（${name}）`;
      const fault = check(held[name], `${place}的${word}`);
      if (fault !== null) return fault;
    }
    const unknown = Object.keys(held).find((name) => !Object.hasOwn(checks, name));
    return unknown === undefined ? null : `${place}多出一个字段“${unknown}”`;
  };
}
