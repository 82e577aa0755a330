import { exclusionWords } from '#domain/draw/words.ts';
import { KeyValues } from '#ui/key-values.tsx';
import { Status } from '#ui/status.tsx';
import { officerExclusionWords } from '../labels.ts';
import type { PoolPreview } from '../queries/load-preparation.ts';

const none = '没有';

function sayExcluded({ excluded }: PoolPreview): string {
  return excluded.map(({ reason, count }) => `${exclusionWords[reason]} ${count} 家`).join('，') || none;
}

function sayOfficers({ officers, officersExcluded }: PoolPreview): string {
  const apart = officersExcluded.map(({ reason, count }) => `${officerExclusionWords[reason]} ${count} 名`).join('，');
  return `${officers} 名${apart ? `（另有${apart}，不参加）` : ''}`;
}

/** What an entry's pool would be if it were frozen now, and what would have to change first. */
export function PoolSummary({ preview }: { preview: PoolPreview }) {
  const { entry, size, strata, sample, faults } = preview;
  const layers = strata.length > 1 ? `（${strata.map((each) => `${each.stratum} ${each.size} 家`).join('，')}）` : '';
  return (
    <>
      <KeyValues
        items={[
          { term: '可抽企业', value: `${size} 家${layers}` },
          { term: '排除', value: sayExcluded(preview) },
          { term: '抽取', value: `${sample} 家，计划 ${entry.quota} 家` },
          { term: '可派人员', value: sayOfficers(preview) },
          ...(preview.spared > 0 ? [{ term: '轮换', value: `${preview.spared} 家按上次检查人员轮换会派不出人，不轮换` }] : []),
          { term: '事项', value: entry.matters.map(({ name }) => name).join('、') },
          { term: '检查时间', value: `${entry.fromDay} 至 ${entry.toDay}` },
        ]}
      />
      {faults.length > 0 ? (
        <ul className="stack close mt-3">
          {faults.map((fault) => (
            <li key={fault}>
              <Status look="wait">{fault}</Status>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3">
          <Status look="ok">现在冻结，名单和人员都够。</Status>
        </p>
      )}
    </>
  );
}
