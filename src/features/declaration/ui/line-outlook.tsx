import { sayMonths } from '#domain/declaration/period.ts';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { Status } from '#ui/status.tsx';
import type { Outlook } from '../queries/load-line-desk.ts';

function factsOf({ poolSize, count, doorVisits, months, maxPerYear, openDays }: Outlook): KeyValue[] {
  const share = poolSize > 0 ? `，占对象库 ${((count / poolSize) * 100).toFixed(1)}%` : '';
  return [
    { term: '对象库', value: `${poolSize} 家在营企业` },
    { term: '一年查', value: `${count} 家${share}` },
    { term: '入企', value: doorVisits > 0 ? `${doorVisits} 户次` : '不入企' },
    { term: '月份', value: sayMonths(months) },
    { term: '年度上限', value: `同一企业每年 ${maxPerYear} 次` },
    { term: '可入企', value: openDays ? `${openDays.open} 个工作日` : '不受宁静日限制' },
  ];
}

/** What speaks against the line as it stands; nothing of it keeps a line from being declared. */
function warningsOf({ poolSize, count, openDays }: Outlook): string[] {
  return [
    ...(poolSize === 0 ? ['没有在营企业符合这些条件，请核对行业和条件。'] : []),
    ...(count > poolSize && poolSize > 0 ? [`要查 ${count} 家，对象库只有 ${poolSize} 家。`] : []),
    ...(openDays && openDays.open === 0
      ? [`这段时间 ${openDays.days} 天里 ${openDays.quiet} 天是宁静日，没有可入企的工作日。请换一段时间，或改为不入企的方式。`]
      : []),
    ...(openDays && openDays.open > 0 && openDays.quiet > 0
      ? [`其中 ${openDays.quiet} 天是宁静日，只能在其余 ${openDays.open} 个工作日入企。`]
      : []),
  ];
}

/** What a line comes to before it is kept. */
export function LineOutlook({ outlook }: { outlook: Outlook }) {
  return (
    <>
      <KeyValues items={factsOf(outlook)} />
      {warningsOf(outlook).map((warning) => (
        <p key={warning} className="mt-3">
          <Status look="warn">注意</Status>　{warning}
        </p>
      ))}
    </>
  );
}
