import type { EnterpriseFact } from '#domain/inspection/facts.ts';
import type { InspectionForm, RiskTier, SubjectKind } from '#domain/inspection/kinds.ts';
import { responsibleLeaders } from '../responsible-leaders.data.ts';
import { undisturbedEnterprises } from '../undisturbed.data.ts';
import { listIn, readCsv } from './read-csv.ts';

export type AgencyRecord = ReturnType<typeof readAgencies>[number];
export type MatterRecord = ReturnType<typeof readMatters>[number];
export type EnterpriseRecord = ReturnType<typeof readEnterprises>[number];
export type TerritoryRecord = ReturnType<typeof readTerritories>[number];
export type InspectorRecord = ReturnType<typeof readInspectors>[number];

export function readAgencies() {
  const rows = readCsv('agencies', ['code', 'district_code', 'name', 'short_name', 'subject_kind', 'agency_kind']);
  return rows.map((row) => ({
    code: row.code,
    districtCode: row.district_code,
    name: row.name,
    shortName: row.short_name,
    kind: row.agency_kind || null,
    subjectKind: row.subject_kind as SubjectKind,
    isOffice: row.code.endsWith('business-environment-office'),
  }));
}

export function readMatters() {
  const rows = readCsv('matters', [
    ...(['code', 'agency_kind', 'name', 'category', 'method', 'legal_basis_instrument', 'legal_basis_article'] as const),
    ...(['special_field', 'mergeable_group', 'industries', 'matter_group', 'max_frequency_per_year'] as const),
  ]);
  return rows.map((row) => ({
    code: row.code,
    agencyKind: row.agency_kind,
    name: row.name,
    category: row.category,
    form: row.method as InspectionForm,
    basisInstrument: row.legal_basis_instrument,
    basisArticle: listIn(row.legal_basis_article),
    specialField: row.special_field === 'true',
    mergeableGroup: row.mergeable_group || null,
    industries: row.industries === '*' ? [] : listIn(row.industries),
    group: row.matter_group,
    maxPerYear: Number(row.max_frequency_per_year),
  }));
}

function readIndustryNames(): ReadonlyMap<string, string> {
  return new Map(readCsv('industries', ['code', 'name']).map((row) => [row.code, row.name]));
}

export function readEnterprises() {
  const industryNames = readIndustryNames();
  const rows = readCsv('enterprises', [
    ...(['uscc', 'name', 'district_code', 'division_code', 'park', 'industry', 'size', 'risk', 'key'] as const),
    ...(['address', 'contact_name', 'contact_phone', 'status'] as const),
  ]);
  return rows.map((row) => ({
    districtCode: row.district_code,
    uscc: row.uscc,
    name: row.name,
    territoryCode: row.division_code,
    accountableCode: row.park === 'true' ? `${row.district_code}-park-1` : row.division_code,
    inPark: row.park === 'true',
    industry: row.industry,
    industryName: industryNames.get(row.industry) ?? '',
    size: row.size,
    risk: row.risk as RiskTier,
    keyEnterprise: row.key === 'true',
    undisturbed: undisturbedEnterprises.has(row.uscc),
    address: row.address,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    status: row.status as EnterpriseFact['status'],
  }));
}

export function readInspectors() {
  const rows = readCsv('inspectors', [
    ...(['id', 'agency_code', 'name', 'credential_no', 'credential_kind', 'valid_from', 'valid_to'] as const),
    ...(['matter_groups', 'enterprise_recusals'] as const),
  ]);
  return rows.map((row) => ({
    registerId: row.id,
    agencyCode: row.agency_code,
    name: row.name,
    credentialNo: row.credential_no || null,
    credentialKind: row.credential_kind as 'unified' | 'department' | 'none',
    validFrom: row.valid_from || null,
    validTo: row.valid_to || null,
    groups: listIn(row.matter_groups),
    recusedFrom: listIn(row.enterprise_recusals),
    responsibleLeader: row.credential_no !== '' && responsibleLeaders[row.agency_code] === row.credential_no,
  }));
}

export function readTerritories() {
  const rows = readCsv('divisions', ['code', 'name', 'kind', 'parent_code']);
  return rows
    .filter((row) => row.kind !== 'district')
    .map((row) => ({ code: row.code, districtCode: row.parent_code, name: row.name, kind: row.kind }));
}

export function readCalendarDays() {
  const rows = readCsv('calendar', ['date', 'kind', 'name', 'year']);
  return rows.map((row) => ({
    day: row.date,
    kind: row.kind === 'makeup' ? ('makeUp' as const) : ('holiday' as const),
    name: row.name,
    year: Number(row.year),
  }));
}
