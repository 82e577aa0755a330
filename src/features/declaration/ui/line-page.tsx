import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import type { LineDesk, Outlook } from '../queries/load-line-desk.ts';
import type { Faults, LineFields } from '../schema/line-form.ts';
import { LineForm } from './line-form.tsx';
import { LineOutlook } from './line-outlook.tsx';

export type LinePageProps = { desk: LineDesk; fields: LineFields; reckoned: { faults: Faults } | { outlook: Outlook } | null };

function Reckoned({ reckoned }: Pick<LinePageProps, 'reckoned'>) {
  if (reckoned && 'outlook' in reckoned) return <LineOutlook outlook={reckoned.outlook} />;
  return (
    <EmptyState
      title={reckoned ? '还算不出来。' : '还没有测算。'}
      condition={reckoned ? '先改正上面列出的各处。' : '填好后按“测算”，看对象库有多少家、一年查多少家、哪些天可以入企。'}
    />
  );
}

/** A new line, or one that is changed, with what it comes to. */
export function LinePage({ desk, fields, reckoned }: LinePageProps) {
  const { declaration, line, options } = desk;
  const faults = reckoned && 'faults' in reckoned ? reckoned.faults : {};
  const problems = Object.entries(faults).flatMap(([field, messages]) => messages.map((message) => ({ field, message })));
  return (
    <>
      <PageHead
        crumb={{ href: `/declarations/${declaration.id}`, label: `${declaration.year} 年申报`, here: line ? '修改一行' : '新增一行' }}
        title={line ? '修改申报行' : '新增申报行'}
      />
      {line?.reason ? <p className="say mb-6">办公室退回：{line.reason}</p> : null}
      <ErrorSummary errors={problems} title="还算不出来" />
      <div className="g">
        <div className="c7">
          <LineForm desk={desk} fields={fields} faults={faults} options={options} year={declaration.year} />
        </div>
        <div className="c5">
          <div className="side">
            <Section title="测算">
              <Reckoned reckoned={reckoned} />
            </Section>
          </div>
        </div>
      </div>
    </>
  );
}
