import { ActionForm } from '#ui/action-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { takeStepAction } from '../actions.ts';
import { actionWords } from '../labels.ts';
import type { ActView } from '../queries/load-act.ts';
import { fieldsOf } from './act-fields.tsx';
import { LineTable } from './line-table.tsx';
import { count, deskHref } from './words.ts';

function ActForm({ view, home }: { view: ActView; home: string }) {
  const { action, lines, year } = view;
  const verb = actionWords[action];
  const Fields = fieldsOf[action];
  return (
    <ActionForm action={takeStepAction} className="stack list">
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="back" value={home} />
      {lines.map(({ id }) => (
        <input key={id} type="hidden" name="line" value={id} />
      ))}
      <Fields {...view} />
      <div className="btns">
        <SubmitButton look="primary" pending="正在办理">
          {verb}这 {lines.length} 行
        </SubmitButton>
        <a href={home}>不办了，返回</a>
      </div>
      <p className="hint">{action === 'return' ? '单位动手修改或重新报来以前，可以撤销。' : '发布前任何时候都可以撤销。'}</p>
    </ActionForm>
  );
}

/** Asks for what an action needs, beside the lines that it is taken on. */
export function ActPage({ view, back }: { view: ActView; back?: string | undefined }) {
  const { action, lines, year } = view;
  const verb = actionWords[action];
  const home = back ?? deskHref(year);
  const visits = count(lines.reduce((sum, line) => sum + line.count, 0));
  const crumb = { href: home, label: `${year} 年度计划审核`, here: verb };
  return (
    <>
      <PageHead crumb={crumb} title={`${verb} ${lines.length} 行`} note={`共 ${visits} 户次`} />
      <div className="g">
        <Section title="所选的申报行" className="c7">
          <LineTable rows={lines} label="所选的申报行" />
        </Section>
        <Section title={`怎样${verb}`} className="c5">
          <ActForm view={view} home={home} />
        </Section>
      </div>
    </>
  );
}
