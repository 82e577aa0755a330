import 'server-only';
import { type Family, families } from '#domain/notification/families.ts';
import { db } from '#platform/db.ts';
import type { StaffScope } from '#platform/scope.ts';

/** How a person hears of a family of events; whoever never chose hears in the inbox alone. */
export type Preference = { readonly family: Family; readonly inApp: boolean; readonly mail: boolean; readonly digest: boolean };
export type PreferenceDesk = {
  readonly preferences: readonly Preference[] /** Where mail goes; empty: nowhere yet. */;
  readonly mail: string;
};

/** One's own choices, family by family. */
export async function loadPreferences({ actor }: StaffScope): Promise<PreferenceDesk> {
  const id = actor.type === 'user' ? actor.id : '';
  const account = await db().user.findUnique({ where: { id }, select: { mail: true, preferences: true } });
  const kept = new Map(account?.preferences.map((each) => [each.family, each]));
  const preferences = families.map((family) => {
    const { inApp = true, mail = false, digest = true } = kept.get(family) ?? {};
    return { family, inApp, mail, digest };
  });
  return { preferences, mail: account?.mail ?? '' };
}
