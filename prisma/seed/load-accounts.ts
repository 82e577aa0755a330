import { hash } from '@node-rs/argon2';
import { demoAccounts, demoPassword } from './accounts.data.ts';
import { inspectorIdOf, userIdOf } from './builders/ids.ts';
import { type Connection, insertRows } from './builders/rows.ts';

/** Argon2id at the cost of platform/password.ts, which a program outside the server cannot import. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** Writes the demo accounts of both districts; one hash serves them all. */
export async function loadAccounts(db: Connection): Promise<void> {
  const passwordHash = await hash(demoPassword, cost);
  const rows = demoAccounts.map(({ credentialNo, ...account }) => ({
    id: userIdOf(account.districtCode, account.username),
    ...account,
    territoryCode: account.territoryCode ?? null,
    inspectorId: credentialNo === undefined ? null : inspectorIdOf(credentialNo),
    passwordHash,
  }));
  await insertRows(db, 'user_account', rows);
}
