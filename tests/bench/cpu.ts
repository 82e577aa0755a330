import { readdirSync, readFileSync } from 'node:fs';

// USER_HZ is 100 on every Linux that Node runs on.
const millisecondsPerTick = 10;

/** `ms` of its own; `goneMs` of its children that have ended. */
type Stat = { readonly parent: number; readonly ms: number; readonly goneMs: number };

function readStat(pid: number): Stat | null {
  try {
    // The name in parentheses may hold spaces, so fields are counted behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const msOf = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) * millisecondsPerTick;
    return { parent: Number(fields[1]), ms: msOf(11), goneMs: msOf(13) };
  } catch {
    return null;
  }
}

function readAll(): Map<number, Stat> {
  const found = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : null;
    if (stat) found.set(Number(name), stat);
  }
  return found;
}

/** The process above another one. */
export function parentOf(pid: number): number {
  return readStat(pid)?.parent ?? 0;
}

/** CPU time in milliseconds that a process and everything below it have used so far; NaN where there is no /proc. */
export function cpuOf(root: number): number {
  try {
    const all = readAll();
    const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0));
    return [...all].reduce((sum, [pid, { ms, goneMs }]) => sum + (isBelow(pid) ? ms + goneMs : 0), 0);
  } catch {
    return Number.NaN;
  }
}
