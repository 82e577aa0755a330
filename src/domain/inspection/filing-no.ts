/** 区应急局检备〔2026〕87号: the n-th filing of an agency in a year. */
export function formatFilingNo(shortName: string, year: number, n: number): string {
  return `${shortName}检备〔${year}〕${n}号`;
}

const pattern = /^(?<shortName>.+)检备〔(?<year>\d{4})〕(?<n>[1-9]\d*)号$/;

/** Takes a filing number apart, or null where the text is none. */
export function parseFilingNo(text: string): { readonly shortName: string; readonly year: number; readonly n: number } | null {
  const groups = pattern.exec(text)?.groups;
  if (!groups?.shortName) return null;
  return { shortName: groups.shortName, year: Number(groups.year), n: Number(groups.n) };
}
