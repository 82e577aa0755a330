import { spellName } from '#platform/pinyin.ts';
import { enterpriseIdOf, inspectorIdOf, matterIdOf, policyIdOf } from '../builders/ids.ts';
import { type Connection, insertRows, type Row } from '../builders/rows.ts';
import { districts, inForceFrom } from '../districts.data.ts';
import { readAgencies, readCalendarDays, readEnterprises, readInspectors, readMatters, readTerritories } from './read-registers.ts';
import { sayArticles } from './say-articles.ts';

type Table = readonly [name: string, rows: readonly Row[]];

function policyTables(): Table[] {
  const policies = districts.map(({ row }) => ({
    id: policyIdOf(row.code, 1),
    districtCode: row.code,
    version: 1,
    effectiveFrom: inForceFrom,
  }));
  const values = districts.flatMap(({ row, policy }) =>
    Object.entries(policy).map(([key, { value, basis, note }]) => ({ policyId: policyIdOf(row.code, 1), key, value, ...basis, note })),
  );
  return [
    ['policy', policies],
    ['policy_value', values],
  ];
}

function matterTable(): Table {
  const matters = readMatters();
  const rows = districts.flatMap(({ row }) =>
    matters.map((matter) => ({
      id: matterIdOf(row.code, matter.code),
      districtCode: row.code,
      ...matter,
      basisArticle: sayArticles(matter.basisArticle),
      publishedFrom: inForceFrom,
    })),
  );
  return ['matter', rows];
}

function inspectorTables(): Table[] {
  const records = readInspectors().map((record) => ({ id: inspectorIdOf(record.credentialNo ?? record.registerId), ...record }));
  const inspectors = records.map(({ registerId: _register, recusedFrom: _recused, ...row }) => row);
  const recusals = records.flatMap((record) =>
    record.recusedFrom.map((uscc) => ({ inspectorId: record.id, enterpriseId: enterpriseIdOf(record.agencyCode.slice(0, 6), uscc) })),
  );
  return [
    ['inspector', inspectors],
    ['recusal', recusals],
  ];
}

/** Writes districts, policies and registers; rows that are there already stay as they are. */
export async function loadReference(db: Connection): Promise<void> {
  const tables: Table[] = [
    ['district', districts.map(({ row }) => row)],
    ...policyTables(),
    ['calendar_day', readCalendarDays()],
    ['territory', readTerritories()],
    ['agency', readAgencies()],
    matterTable(),
    [
      'enterprise',
      readEnterprises().map((record) => ({ id: enterpriseIdOf(record.districtCode, record.uscc), ...record, ...spellName(record.name) })),
    ],
    ...inspectorTables(),
  ];
  for (const [table, rows] of tables) await insertRows(db, { table, onConflict: 'DO NOTHING' }, rows);
}
