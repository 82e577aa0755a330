import 'server-only';
import type { Answer } from './answer.ts';
import { answerCall, type Route } from './api-gate.ts';
import { problem } from './problem.ts';
import { addressOf } from './request.ts';

type PublicQuery = {
  readonly name: string;
  /** Takes a point for the caller's address; seconds to wait when there is none left. Absent where nothing is read. */
  readonly limit?: (address: string) => Promise<number | null>;
  readonly query: (params: Readonly<Record<string, string>>) => Promise<Answer>;
};

/** The door for open data: no key, nothing changes, but so often per address. */
export function publicQuery({ name, limit, query }: PublicQuery): Route {
  return (request, { params }) =>
    answerCall(name, async () => {
      const seconds = (await limit?.(addressOf(request.headers))) ?? null;
      return seconds === null ? query(await params) : problem('tooMany', {}, { 'retry-after': String(seconds) });
    });
}
