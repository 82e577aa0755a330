import fc from 'fast-check';
import type { FrozenEntry, FrozenRecord, Officer, Subject } from '#domain/draw/record.ts';
import { splitSample } from '#domain/draw/sample.ts';
import { frozenWith } from './frozen-draw.ts';

const agencies = ['431103-amr', '431103-emergency'] as const;
const groupsOf = { '431103-amr': ['a-equipment', 'a-food'], '431103-emergency': ['e-chemical', 'e-fire'] };

const need = (agency: (typeof agencies)[number]) => fc.subarray(groupsOf[agency], { minLength: 1 }).map((groups) => ({ agency, groups }));

const head = fc.record({
  entry: fc.integer({ min: 1, max: 99 }).map((no) => `冷检计〔2026〕${no}号`),
  agencies: fc.oneof(
    need(agencies[0]).map((one) => [one]),
    fc.tuple(need(agencies[1]), need(agencies[0])),
  ),
  more: fc.nat(2),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

const subject = (entries: number) =>
  fc.record({
    weight: fc.integer({ min: 1, max: 4 }),
    stratum: fc.constantFrom('', '高风险', 'B'),
    entries: fc.subarray([...Array(entries).keys()], { minLength: 1 }),
  });

const officer = (subjects: readonly string[]) =>
  fc.constantFrom(...agencies).chain((agency) =>
    fc.record({
      agency: fc.constant(agency),
      groups: fc.subarray(groupsOf[agency], { minLength: 1 }),
      recused: fc.subarray([...subjects], { maxLength: 3 }),
      visitedLast: fc.subarray([...subjects], { maxLength: 3 }),
    }),
  );

const idOf = (index: number) => `91431103MA4L${String(index).padStart(6, '0')}`;

function entryOf(
  { more, share, ...rest }: { entry: string; agencies: FrozenEntry['agencies']; more: number; share: number },
  own: Subject[],
) {
  const sizes = new Map<string, number>();
  for (const { stratum } of own) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const strata = splitSample(sizes, Math.min(own.length, Math.max(1, Math.floor(share * own.length))));
  return { ...rest, strata, officers: rest.agencies.length + more, planVersion: 1, fromDay: '2026-12-01', toDay: '2026-12-31' };
}

type Parts = { heads: Parameters<typeof entryOf>[0][]; subjects: Omit<Subject, 'id'>[]; officers: Omit<Officer, 'id'>[]; limit: number };

function compose({ heads, subjects: bare, officers, limit }: Parts): FrozenRecord {
  const subjects = bare.map((each, index) => ({ ...each, id: idOf(index) }));
  const entries = heads.map((each, index) =>
    entryOf(
      each,
      subjects.filter((one) => one.entries.includes(index)),
    ),
  );
  const inspectors = officers.map((each, index) => ({ ...each, id: `DEMO-${index + 100}` }));
  return { ...frozenWith(), entries, subjects, excluded: [], inspectors, targetsPerOfficer: limit };
}

/** Small records of every kind: one or two entries, strata, several ranges, recusals, and few places. */
export const arbitraryFrozen: fc.Arbitrary<FrozenRecord> = fc
  .uniqueArray(head, { minLength: 1, maxLength: 2, selector: ({ entry }) => entry })
  .chain((heads) =>
    fc.array(subject(heads.length), { minLength: 3, maxLength: 14 }).chain((subjects) =>
      fc.record({
        heads: fc.constant(heads),
        subjects: fc.constant(subjects),
        officers: fc.array(officer(subjects.map((_, index) => idOf(index))), { minLength: 2, maxLength: 9 }),
        limit: fc.integer({ min: 1, max: 6 }),
      }),
    ),
  )
  .map(compose)
  .filter(({ entries, subjects }) => entries.every((_, index) => subjects.some((one) => one.entries.includes(index))));
