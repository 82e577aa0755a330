import 'server-only';
import type { Answer } from './answer.ts';
import { answerCall, type RouteHandler } from './api-gate.ts';
import { problem } from './problem.ts';
import { addressOf } from './request.ts';

type PublicQuery = {
  readonly name: string;
  /** Takes a point for the caller's address; seconds to wait when there is none left. */
  readonly limit: (address: string) => Promise<number | null>;
  readonly query: (params: Readonly<Record<string, string>>) => Promise<Answer>;
};

/** The door for open data: no key, nothing changes, but so often per address. */
export function publicQuery({ name, limit, query }: PublicQuery): RouteHandler {
  return (request, { params }) =>
    answerCall(name, async () => {
      const seconds = await limit(addressOf(request.headers));
      return seconds === null ? query(await params) : problem('tooMany', {}, { 'retry-after': String(seconds) });
    });
}

/** What everybody may read, made from the program alone. */
export function answerOpenly(name: string, make: () => object): Promise<Response> {
  return answerCall(name, async () => ({ status: 200, body: make() }));
}
