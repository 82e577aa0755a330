/** GB 32100-2015: digits and capitals without I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const body = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;

/** The check character of the first 17: weights 3^i mod 31, and 0 where the sum is a multiple of 31. */
export function computeUsccCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Whether a text is a unified social credit code (统一社会信用代码) with its right check character. */
export function isUscc(text: string): boolean {
  const first17 = text.slice(0, 17);
  return text.length === 18 && body.test(first17) && computeUsccCheck(first17) === text[17];
}
