import { formWords } from '#domain/inspection/words.ts';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { spanWords } from '#ui/words.ts';
import type { ActView } from '../queries/load-acts.ts';

type Names = ReadonlyMap<string, string>;

const list = (codes: readonly string[], names: Names) => codes.map((code) => names.get(code) ?? code).join('、') || '无';

/** Before and after, in words of their own, so that the arrow is not all that tells them apart. */
function Change({ before, after }: { before: string; after: string }) {
  return (
    <>
      <del>
        <span className="vh">原为：</span>
        {before}
      </del>
      {' → '}
      <ins>
        <span className="vh">改为：</span>
        {after}
      </ins>
    </>
  );
}

type Part = { readonly term: string; readonly say: (request: ActView['after']) => string };

function partsOf(names: Names, now: Date): Part[] {
  return [
    { term: '时间', say: ({ start, end }) => spanWords({ start, end }, now) },
    { term: '人员', say: ({ inspectors }) => list(inspectors, names) },
    { term: '事项', say: ({ matters }) => list(matters, names) },
    { term: '方式', say: ({ form }) => formWords[form] },
    { term: '地点', say: ({ site }) => site ?? '登记地址' },
  ];
}

/** What an amendment changes: each thing as it was and as it shall be; of an agency that joins, what it brings along. */
export function ChangeList({ act, names }: { act: ActView; names: Names }) {
  const { before, after, proposedAt } = act;
  const parts = partsOf(names, proposedAt);
  const rows = parts.flatMap(({ term, say }): KeyValue[] => {
    const brought = term === '人员' || term === '事项';
    if (!before) return brought ? [{ term: `${term}（新增）`, value: say(after) }] : [];
    return say(before) === say(after) ? [] : [{ term, value: <Change before={say(before)} after={say(after)} /> }];
  });
  return <KeyValues items={[...rows, { term: '理由', value: act.reason }]} tight />;
}
