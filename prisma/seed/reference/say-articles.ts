const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1…999 as statutes number their articles: 十五, 五十三, 一百零二, 一百一十. */
function sayNumber(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const hundred = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const leadingTen = hundreds === 0 && tens === 1;
  const ten = tens === 0 ? '' : `${leadingTen ? '' : digits[tens]}十`;
  return `${hundred}${zero}${ten}${ones === 0 ? '' : digits[ones]}`;
}

/** Articles of a basis in words: 第六十二条、第六十五条. */
export function sayArticles(articles: readonly string[]): string {
  return articles.map((article) => `第${sayNumber(Number(article))}条`).join('、');
}
