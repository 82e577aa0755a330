import { createHash, randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { connected } from '../database.ts';
import { runRounds } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import { benchSecret } from '../servers.ts';
import type { World } from '../world.ts';

const openSession = `INSERT INTO session (id, user_id, token_hash)
  SELECT gen_random_uuid(), id, $1 FROM user_account WHERE district_code = '431103' AND role = 'officeClerk' LIMIT 1`;

/** A signed-in clerk's cookie, as the sign-in page would set it. */
async function signIn({ database }: World): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await connected(database.ownerUrl, (owner) => owner.query(openSession, [createHash('sha256').update(secret).digest('hex')]));
  return `ningqi-session=${await encode({ token: { sid: secret }, secret: benchSecret, maxAge: 3600 })}`;
}

async function run(world: World) {
  const { options, databasePid, product, floor } = world;
  const headers = { cookie: await signIn(world) };
  const page = (path: string) => () => ({ method: 'GET' as const, path, headers });
  const from = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
  const sides = [
    { name: 'product', url: product.url, pid: product.pid, expect: 200, next: page(`/filings?size=50&kind=case&from=${from}`) },
    { name: 'F5 bare page', url: floor.url, pid: floor.pid, expect: 200, next: page('/list') },
  ];
  return { measured: await runRounds(sides, options, databasePid), notes: [] };
}

/** The office's list, filtered and counted, fifty rows. */
export const list: Scenario = { title: 'filing list page, filters and count', goal: 0.8, run };
