import { type Role, roles } from '../access/permissions.ts';

/** Events that only tell: nobody at any post has to do something about them. */
const tells: ReadonlySet<string> = new Set([
  ...['filing.withdrawn', 'filing.revoked', 'filing.expired', 'amendment.withdrawn', 'amendment.lapsed', 'emergency.supplemented'],
  ...['batch.settled', 'letter.published', 'letter.withdrawn', 'visit.missed', 'jointVisit.joined', 'jointVisit.parted'],
  ...['declaration.approved', 'matter.accepted', 'plan.published', 'draw.frozen', 'draw.drawn', 'draw.published', 'draw.voided'],
]);

/** Events of which the territory has to acknowledge the visit, while everybody else is only told. */
const askTerritory: ReadonlySet<string> = new Set(['filing.filed', 'filing.approved', 'filing.decided', 'amendment.registered']);

/** Events that one side has to act on, while the other is only told. */
const askOffice: ReadonlySet<string> = new Set(['filing.held', 'amendment.held']);
const office: readonly Role[] = ['officeClerk', 'officeDirector'];

/** Whether an event asks whoever is at this post for an act; only then it waits in the post's inbox until one person takes it. */
export function asksForAct(event: string, role: Role): boolean {
  if (tells.has(event)) return false;
  if (askTerritory.has(event)) return role === 'territoryOfficer';
  return !askOffice.has(event) || office.includes(role);
}

/** The posts that an event asks. */
export const rolesAsked = (event: string): readonly Role[] => roles.filter((role) => asksForAct(event, role));

const ending = ['filing.withdrawn', 'filing.revoked', 'filing.expired'];
const supplement = ['emergency.written', 'emergency.supplemented', ...ending];

/** Which later events about the same matter show that somebody has seen to it, whoever did. */
const seenTo: Readonly<Record<string, readonly string[]>> = {
  'filing.submitted': ['filing.approved', 'filing.returned', ...ending],
  'filing.held': ['filing.decided', 'filing.returned', ...ending],
  'amendment.proposed': [
    'amendment.registered',
    'amendment.returned',
    'amendment.held',
    'amendment.withdrawn',
    'amendment.lapsed',
    ...ending,
  ],
  'amendment.held': ['amendment.registered', 'amendment.returned', 'amendment.withdrawn', 'amendment.lapsed', ...ending],
  'emergency.logged': supplement,
  'emergency.ended': supplement,
  'emergency.reminded': supplement,
  'emergency.flagged': supplement,
  'emergency.written': ['emergency.supplemented', ...ending],
  'batch.filed': ['batch.approved', 'batch.settled'],
  'batch.closed': ['batch.approved', 'batch.settled'],
  'alert.raised': ['alert.handled'],
  'door.reported': ['door.answered'],
  'feedback.given': ['callback.attempted', 'callback.done'],
  'declaration.submitted': ['declaration.approved', 'declaration.returned'],
  'matter.proposed': ['matter.accepted', 'matter.refused'],
  'draw.prepared': ['draw.opened', 'draw.requested', 'draw.voided'],
  'draw.opened': ['draw.commitmentsClosed', 'draw.roundFailed', 'draw.voided'],
  'draw.commitmentsClosed': ['draw.revealsClosed', 'draw.roundFailed', 'draw.voided'],
  'draw.objected': ['draw.answered', 'draw.voided'],
  'draw.roundFailed': ['draw.retried', 'draw.voided'],
  'draw.numberMissed': ['draw.numberTyped', 'draw.voided'],
};

/** Pairs of what asked and what shows that it was seen to. */
export const seenToPairs: readonly (readonly [string, string])[] = Object.entries(seenTo).flatMap(([asked, done]) =>
  done.map((event) => [asked, event] as const),
);
