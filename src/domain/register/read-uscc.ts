import { normaliseCode } from '#domain/enterprise/normal-text.ts';
import { computeUsccCheck, isUscc } from '#domain/enterprise/uscc.ts';
import { type CellRead, refused, taken } from './cell.ts';

/** Letters that a code never holds, and what people mean by them. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' };

function refuseForm(code: string): CellRead<string> {
  const mended = code.replace(/[OISZ]/g, (letter) => lookalikes[letter] ?? letter);
  const strange = [...new Set(code.match(/[^0-9A-HJ-NPQRTUWXY]/g) ?? [])].join('、');
  if (strange !== '') return refused(`统一社会信用代码里不会有 ${strange}`, isUscc(mended) ? mended : undefined);
  return refused('统一社会信用代码的形式不对：第 3—8 位是数字');
}

/** A unified social credit code with its right check character; says what is wrong with it, and what may be meant. */
export function readUscc(text: string): CellRead<string> {
  const code = normaliseCode(text);
  if (isUscc(code)) return taken(code);
  if (/^\d(\.\d+)?E\+?\d+$/.test(code)) return refused('统一社会信用代码成了数字，位数丢失。请把这一列设成文本，重新填写');
  if (code.length !== 18) return refused(`统一社会信用代码有 ${code.length} 位，应为 18 位`);
  const first17 = code.slice(0, 17);
  const mended = `${first17}${computeUsccCheck(first17)}`;
  return isUscc(mended) ? refused(`统一社会信用代码的校验位不对，前 17 位没有错时最后一位应为 ${mended[17]}`, mended) : refuseForm(code);
}
