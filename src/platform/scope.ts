import type { Role } from '#domain/access/permissions.ts';

/** Who acts: a person in a session, a key of the API, or anybody. */
export type Actor =
  | {
      readonly type: 'user';
      readonly id: string;
      readonly sessionId: string;
      readonly name: string;
      readonly role: Role;
      readonly inspectorId: string | null;
      readonly districtCode: string;
      readonly agencyCode: string;
      /** Of a territory officer. */
      readonly territoryCode: string | null;
    }
  | { readonly type: 'key'; readonly id: string; readonly districtCode: string; readonly agencyCode: string }
  | { readonly type: 'public' };

/** Work that the server does by itself, for example a reminder. */
export type SystemActor = { readonly type: 'system' };

export type UserActor = Extract<Actor, { type: 'user' }>;
export type KnownActor = Exclude<Actor, { type: 'public' }>;

declare const minted: unique symbol;

/** What an actor may see: only the gates of this file mint one, and every query takes one first. */
type Minted<Kind extends string, Actor> = { readonly kind: Kind; readonly actor: Actor; readonly [minted]: Kind } & Place;
type Place = { readonly districtCode: string; readonly agencyCode: string };

/** One agency's own business, joined visits included. */
export type AgencyScope = Minted<'agency', KnownActor>;
/** The whole district, for the office that watches over it. */
export type OfficeScope = Minted<'office', UserActor>;
/** The visits one inspector is named in. */
export type InspectorScope = Minted<'inspector', UserActor>;
/** A district's users, keys or log: never its business. */
export type AdminScope = Minted<'admin', UserActor>;
/** A district's draws, for the independent witness: nothing else of its business. */
export type WitnessScope = Minted<'witness', UserActor>;
/** The visits that one territory is told of. */
export type TerritoryScope = Minted<'territory', UserActor>;
/** The visits to the key enterprises of which somebody is contact leader or liaison. */
export type ContactScope = Minted<'contact', UserActor>;
/** One district, for work that the server does by itself. */
export type SystemScope = { readonly kind: 'system'; readonly districtCode: string; readonly [minted]: 'system' };
/** What everybody may see. */
export type PublicScope = { readonly kind: 'public'; readonly [minted]: 'public' };

export type StaffScope = AgencyScope | OfficeScope | InspectorScope | AdminScope | WitnessScope | TerritoryScope | ContactScope;
/** Scopes that reach filings. */
export type FilingScope = AgencyScope | OfficeScope | InspectorScope;
/** Scopes that are told of visits before they happen. */
export type NoticeScope = TerritoryScope | ContactScope;
/** Scopes that take part in a draw: a party is the agency that its person belongs to. */
export type DrawScope = AgencyScope | OfficeScope | WitnessScope;

const kindOfRole: Record<Role, StaffScope['kind']> = {
  officeClerk: 'office',
  officeDirector: 'office',
  agencyFiler: 'agency',
  agencyHead: 'agency',
  inspector: 'inspector',
  systemAdmin: 'admin',
  securityAdmin: 'admin',
  auditAdmin: 'admin',
  witness: 'witness',
  territoryOfficer: 'territory',
  contactLeader: 'contact',
  liaison: 'contact',
};

function mint<S extends StaffScope>(kind: S['kind'], actor: KnownActor): S {
  return { kind, actor, districtCode: actor.districtCode, agencyCode: actor.agencyCode } as S;
}

/** The scope of a person's role. */
export function scopeOfUser(actor: UserActor): StaffScope {
  return mint(kindOfRole[actor.role], actor);
}

/** The agency an actor files for: a key's, or an agency member's. Null for everybody else. */
export function agencyScope(actor: Actor): AgencyScope | null {
  if (actor.type === 'key') return mint('agency', actor);
  return actor.type === 'user' && kindOfRole[actor.role] === 'agency' ? mint('agency', actor) : null;
}

export function officeScope(actor: Actor): OfficeScope | null {
  return actor.type === 'user' && kindOfRole[actor.role] === 'office' ? mint('office', actor) : null;
}

export function inspectorScope(actor: Actor): InspectorScope | null {
  return actor.type === 'user' && actor.role === 'inspector' ? mint('inspector', actor) : null;
}

export function adminScope(actor: Actor): AdminScope | null {
  return actor.type === 'user' && kindOfRole[actor.role] === 'admin' ? mint('admin', actor) : null;
}

/** An agency, the office or the witness. */
export function drawScope(actor: Actor): DrawScope | null {
  const scope = actor.type === 'key' ? agencyScope(actor) : staffScope(actor);
  return scope?.kind === 'agency' || scope?.kind === 'office' || scope?.kind === 'witness' ? scope : null;
}

export function territoryScope(actor: Actor): TerritoryScope | null {
  return actor.type === 'user' && kindOfRole[actor.role] === 'territory' ? mint('territory', actor) : null;
}

/** A territory's officer, a contact leader or a liaison. */
export function noticeScope(actor: Actor): NoticeScope | null {
  const scope = staffScope(actor);
  return scope?.kind === 'territory' || scope?.kind === 'contact' ? scope : null;
}

/** Any signed-in person. */
export function staffScope(actor: Actor): StaffScope | null {
  return actor.type === 'user' ? scopeOfUser(actor) : null;
}

export function publicScope(_actor: Actor): PublicScope {
  return { kind: 'public' } as PublicScope;
}

/** For jobs only: no request ever mints one. */
export function systemScope(districtCode: string): SystemScope {
  return { kind: 'system', districtCode } as SystemScope;
}

/** Where a request is judged: the filing agency's own scope, or the place the office read from a held filing of its district. */
export type FilingPlace = Place;
