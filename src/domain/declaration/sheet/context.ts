import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import type { Recurrence } from '#domain/law/policy.ts';
import type { KnownAgency } from './read-partners.ts';

/** A matter of the district's catalogue in force. */
export type CatalogueMatter = {
  readonly code: string;
  readonly name: string;
  readonly agencyKind: string;
  readonly form: InspectionForm;
  readonly industries: readonly string[];
  readonly specialField: boolean;
};

/** What a sheet is read against: whose it is, of which year, the catalogue, the units and the quiet days of the district. */
export type SheetContext = {
  readonly year: number;
  readonly kind: InspectionKind;
  readonly districtName: string;
  readonly agency: KnownAgency;
  readonly agencies: readonly KnownAgency[];
  readonly matters: readonly CatalogueMatter[];
  readonly quietDays: { readonly recurrences: readonly Recurrence[]; readonly kinds: readonly InspectionKind[] };
};

/** Corrections made on the page: texts by cell, and rows left out. The file itself stays as it came. */
export type Mends = { readonly cells: Readonly<Record<string, string>>; readonly leftOut: readonly number[] };
export const noMends: Mends = { cells: {}, leftOut: [] };
