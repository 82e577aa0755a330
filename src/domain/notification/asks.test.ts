import { describe, expect, it } from 'vitest';
import { asksForAct, rolesAsked, seenToPairs } from './asks.ts';

describe('a post is asked', () => {
  it.each([
    ['filing.submitted', 'agencyHead', true],
    ['filing.filed', 'agencyHead', false],
    ['filing.filed', 'territoryOfficer', true],
    ['amendment.registered', 'agencyHead', false],
    ['amendment.registered', 'territoryOfficer', true],
    ['filing.withdrawn', 'territoryOfficer', false],
    ['filing.held', 'officeClerk', true],
    ['filing.held', 'agencyHead', false],
    ['draw.published', 'agencyFiler', false],
    ['alert.raised', 'officeClerk', true],
    ['something.new', 'officeClerk', true],
  ] as const)('%s, %s: %s', (event, role, asked) => expect(asksForAct(event, role)).toBe(asked));

  it('what only tells asks nobody, and nothing that asks nobody waits to be seen to', () => {
    expect(rolesAsked('letter.published')).toEqual([]);
    expect(seenToPairs.filter(([event]) => rolesAsked(event).length === 0)).toEqual([]);
  });
});
