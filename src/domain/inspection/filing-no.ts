/** How an agency's filings are numbered, with the places of the year and of the running number: the database fills them in. */
export function filingNoPattern(shortName: string): string {
  return `${shortName}检备〔{year}〕{n}号`;
}

/** 区应急局检备〔2026〕87号: the n-th filing of an agency in a year. */
export function formatFilingNo(shortName: string, year: number, n: number): string {
  return filingNoPattern(shortName).replace('{year}', String(year)).replace('{n}', String(n));
}

const pattern = /^(?<shortName>.+)检备〔(?<year>\d{4})〕(?<n>[1-9]\d*)号$/;

/** Takes a filing number apart, or null where the text is none. */
export function parseFilingNo(text: string): { readonly shortName: string; readonly year: number; readonly n: number } | null {
  const groups = pattern.exec(text)?.groups;
  if (!groups?.shortName) return null;
  return { shortName: groups.shortName, year: Number(groups.year), n: Number(groups.n) };
}
