import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { publishPlanAction } from '../actions.ts';
import { figuresOf } from '../labels.ts';
import type { PublicationDesk } from '../queries/load-publication-desk.ts';
import { VersionDiff } from './version-diff.tsx';

function Obstacles({ desk }: { desk: PublicationDesk }) {
  return (
    <ul className="stack close">
      {desk.obstacles.map(({ kind, say }) => (
        <li key={kind}>
          <Status look={kind === 'unchanged' ? 'arch' : 'wait'}>{say}</Status>
          {kind === 'unreviewed' ? (
            <p>
              <a href={`/review/${desk.year}?status=unreviewed`}>去审这些行</a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Publish({ desk }: { desk: PublicationDesk }) {
  const { returnedLines } = desk.publication.figures;
  return (
    <ActionForm action={publishPlanAction} className="stack close" errorTitle="没有公示">
      <input type="hidden" name="year" value={desk.year} />
      <input type="hidden" name="base" value={desk.base} />
      <input type="hidden" name="seen" value={desk.seen} />
      <AnsweredArea
        label="说明"
        name="note"
        rows={3}
        maxLength={500}
        optional
        hint="这一版为什么公示，例如 年度计划、增列特种设备专项。会印在公示页上"
      />
      {returnedLines > 0 ? (
        <p className="hint">
          另有 <a href={`/review/${desk.year}?status=returned`}>{returnedLines} 行</a>退回单位修改，不在这一版里；报来审过后，随下一版公示。
        </p>
      ) : null}
      <p className="hint">公示后立即对外可见，各单位的填报人和分管负责人会收到消息。已公示的一版不能修改，只能由下一版取代。</p>
      <div className="btns">
        <SubmitButton look="primary" pending="正在公示">
          发布第 {desk.base + 1} 版
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Warnings({ warnings }: Pick<PublicationDesk, 'warnings'>) {
  if (warnings.length === 0) return <EmptyState title="没有需要再看的地方。" />;
  return (
    <ul className="stack close">
      {warnings.map(({ title, say, numbers }) => (
        <li key={title}>
          <Status look="warn">
            {title} {numbers.length} 处
          </Status>
          <p>{say}</p>
          <ul className="s">
            {numbers.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What everybody would see if the plan were published now, what speaks against it, and the button. */
export function PublicationPage({ desk }: { desk: PublicationDesk }) {
  const { publication, year, base, name } = desk;
  return (
    <>
      <PageHead
        crumb={{ href: `/review/${year}`, label: `${year} 年度计划审核`, here: '预览公示' }}
        title={`预览公示：${name}`}
        note={`共 ${publication.items.length} 项${base > 0 ? `　现行的是第 ${base} 版` : '　这一年度还没有公示过'}`}
      >
        {base > 0 ? (
          <a className="btn" href={`/plans/${desk.districtCode}/${year}`}>
            看现行的一版
          </a>
        ) : null}
      </PageHead>
      <Figures items={figuresOf(publication.figures)} />
      <div className="g mt-8">
        <Section className="c8" title={base > 0 ? `和第 ${base} 版相比` : '将公示的计划项'}>
          <VersionDiff diff={publication.diff} names={desk.names} unchanged={base > 0 ? publication.diff.unchanged.length : undefined} />
        </Section>
        <div className="c4">
          <Section title="公示" id="publish">
            {desk.obstacles.length > 0 ? <Obstacles desk={desk} /> : <Publish desk={desk} />}
          </Section>
          <Section title="请再看一眼">
            <Warnings warnings={desk.warnings} />
          </Section>
        </div>
      </div>
    </>
  );
}
