import type { CommandFunction } from '#platform/command.ts';
import { runCommand } from '#platform/command.ts';
import { hashSecret, newId, newSecret } from '#platform/entropy.ts';
import type { Outcome } from '#platform/outcome.ts';
import {
  type AdminScope,
  type AgencyScope,
  adminScope,
  agencyScope,
  type ContactScope,
  noticeScope,
  type OfficeScope,
  officeScope,
  type StaffScope,
  type TerritoryScope,
  territoryScope,
  type UserActor,
} from '#platform/scope.ts';
import { demoAccounts } from '#seed/accounts.data.ts';
import { asOwner, giveKey } from './api.ts';

type Signed = { readonly actor: UserActor; readonly secret: string };

/** Opens a session for somebody of the demo: the actor that the gates would find, and the secret behind the cookie. */
export async function signIn(username: string): Promise<Signed> {
  if (!demoAccounts.some((account) => account.username === username)) throw new Error(`nobody is called ${username}`);
  const [sessionId, secret] = [newId(), newSecret()];
  const [row] = await asOwner<Omit<UserActor, 'type' | 'sessionId'>>(
    `WITH opened AS (INSERT INTO session (id, user_id, token_hash) SELECT $1, id, $2 FROM user_account WHERE username = $3)
    SELECT id, name, role::text AS role, inspector_id AS "inspectorId", district_code AS "districtCode", agency_code AS "agencyCode",
      territory_code AS "territoryCode"
    FROM user_account WHERE username = $3`,
    [sessionId, hashSecret(secret), username],
  );
  if (!row) throw new Error(`${username} has no account`);
  return { actor: { ...row, type: 'user', sessionId }, secret };
}

function granted<Scope>(scope: Scope | null): Scope {
  if (scope === null) throw new Error('this person has no such scope');
  return scope;
}

/** The scope of an agency's filer or head. */
export async function agencyOf(username: string): Promise<AgencyScope> {
  return granted(agencyScope((await signIn(username)).actor));
}

/** The scope of somebody of the office. */
export async function officeOf(username: string): Promise<OfficeScope> {
  return granted(officeScope((await signIn(username)).actor));
}

/** The scope of an administrator. */
export async function adminOf(username: string): Promise<AdminScope> {
  return granted(adminScope((await signIn(username)).actor));
}

/** The scope of a territory's officer, or of the same person had they another territory. */
export async function territoryOf(username: string, territoryCode?: string): Promise<TerritoryScope> {
  const { actor } = await signIn(username);
  return granted(territoryScope({ ...actor, territoryCode: territoryCode ?? actor.territoryCode }));
}

/** The scope of a contact leader or a liaison. */
export async function contactOf(username: string): Promise<ContactScope> {
  const scope = granted(noticeScope((await signIn(username)).actor));
  if (scope.kind !== 'contact') throw new Error(`${username} is no contact`);
  return scope;
}

/** The scope of an agency's integration key. */
export async function keyOf(agencyCode: string): Promise<AgencyScope> {
  const { id } = await giveKey(agencyCode);
  return granted(agencyScope({ type: 'key', id, districtCode: agencyCode.slice(0, 6), agencyCode }));
}

/** Runs a command as the door does once it has let somebody in. */
export function act<Scope extends StaffScope, Input, Value>(
  scope: Scope,
  command: CommandFunction<Scope, Input, Value>,
  input: Input,
): Promise<Outcome<Value>> {
  const origin = { actor: scope.actor, requestId: 'test', districtCode: scope.districtCode };
  return runCommand({ scope, origin, command: (context) => command(context, input) });
}

/** What came of it, where it has to succeed. */
export async function accepted<Value>(attempt: Promise<Outcome<Value>>): Promise<Value> {
  const outcome = await attempt;
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** Runs a command that has to succeed before a test can go on. */
export async function succeed<Scope extends StaffScope, Input, Value>(
  scope: Scope,
  command: CommandFunction<Scope, Input, Value>,
  input: Input,
): Promise<Value> {
  return accepted(act(scope, command, input));
}
