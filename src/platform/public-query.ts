import 'server-only';
import type { z } from 'zod';
import type { Answer } from './answer.ts';
import { parseInput, readAddress } from './api-body.ts';
import { answerCall, isAnswer, type Route } from './api-gate.ts';
import { problem } from './problem.ts';
import { addressOf } from './request.ts';

type PublicQuery<Input> = {
  readonly name: string;
  /** Takes a point for the caller's address; seconds to wait when there is none left. Absent where nothing is read. */
  readonly limit?: (address: string) => Promise<number | null>;
  /** What the path and the query may say; where it is absent the query is left alone and the path comes as it is. */
  readonly input?: z.ZodType<Input>;
  readonly query: (input: Input, request: Request) => Promise<Answer>;
};

/** The door for open data: no key, nothing changes, but so often per address. */
export function publicQuery<Input = Readonly<Record<string, string>>>({ name, limit, input, query }: PublicQuery<Input>): Route {
  return (request, { params }) =>
    answerCall(name, async () => {
      const seconds = (await limit?.(addressOf(request.headers))) ?? null;
      if (seconds !== null) return problem('tooMany', {}, { 'retry-after': String(seconds) });
      if (!input) return query((await params) as Input, request);
      const parsed = parseInput(input, await readAddress(request, params));
      return isAnswer(parsed) ? parsed : query(parsed.input, request);
    });
}
