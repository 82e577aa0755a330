import { isUscc } from '#domain/enterprise/uscc.ts';

/** More enterprises than this are described by their industry, place or risk. */
export const mostListed = 200;

export type ListedCode = { readonly code: string; readonly row: number };

/** The codes of a list, one a line; empty lines do not count. */
export function codesOf(list: string): ListedCode[] {
  return list
    .split(/\r?\n/)
    .map((text, index) => ({ code: text.trim().toUpperCase(), row: index + 1 }))
    .filter(({ code }) => code !== '');
}

/** What is wrong with a list as it is written, each with its row; what the register says comes later. */
export function faultsOfList(list: string): string[] {
  const rows = codesOf(list);
  if (rows.length === 0) return ['请逐行写企业的统一社会信用代码'];
  if (rows.length > mostListed) return [`最多 ${mostListed} 家，现有 ${rows.length} 家；更多的请按条件选`];
  const wrong = rows.filter(({ code }) => !isUscc(code)).map(({ code, row }) => `第 ${row} 行 ${code}：不是正确的统一社会信用代码`);
  const again = rows.filter(({ code }, index) => rows.findIndex((other) => other.code === code) < index);
  return [...wrong, ...again.map(({ code, row }) => `第 ${row} 行 ${code}：前面已经有了`)];
}
