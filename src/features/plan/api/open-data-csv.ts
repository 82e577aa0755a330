import 'server-only';
import { writeCsv } from '#platform/csv.ts';
import type { OpenMatter } from '../queries/list-open-matters.ts';
import type { DistrictPlans } from '../queries/list-plans.ts';

/** Whether a caller would rather have a table than JSON. */
export function wantsCsv(request: Request): boolean {
  return /(^|[,\s])text\/csv\b/i.test(request.headers.get('accept') ?? '');
}

const yes = (is: boolean) => (is ? '是' : '否');

/** The catalogue of a district as a table. */
export function writeMattersCsv(district: string, matters: readonly OpenMatter[]): string {
  const heads = ['区划代码', '事项代码', '名称', '条线', '依据文件', '条款', '特殊领域', '合并组', '行业', '每年至多', '起用日期'];
  const rows = matters.map((matter) => [
    ...[district, matter.code, matter.name, matter.agencyKind, matter.basis.instrument, matter.basis.locator, yes(matter.specialField)],
    ...[matter.mergeableGroup, matter.industries.join('；'), matter.maxPerYear, matter.publishedFrom],
  ]);
  return writeCsv(heads, rows);
}

/** Districts with their plans in force as a table, a row for each plan, one for a district without any. */
export function writeDistrictsCsv(districts: readonly DistrictPlans[]): string {
  const heads = ['区划代码', '名称', '办公室', '电话', '计划年度', '版次', '计划项'];
  const rows = districts.flatMap(({ code, name, officeName, officePhone, plans }): (string | number | null)[][] => {
    const place = [code, name, officeName, officePhone];
    if (plans.length === 0) return [[...place, null, null, null]];
    return plans.map(({ year, version, entries }) => [...place, year, version, entries]);
  });
  return writeCsv(heads, rows);
}
