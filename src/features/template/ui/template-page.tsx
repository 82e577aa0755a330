import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { removeTemplateAction, startFromTemplateAction } from '../actions.ts';
import type { TemplateDesk, TemplateRow } from '../queries/load-templates.ts';
import { NextVisit } from './next-visit.tsx';

function Template({ row, now }: { row: TemplateRow; now: Date }) {
  return (
    <Section sub title={row.name} end={`${row.createdBy}　${momentWords(row.createdAt, now)}`}>
      <ActionForm action={startFromTemplateAction} errorTitle="没有打开">
        <input type="hidden" name="template" value={row.id} />
        <NextVisit id={row.id} />
      </ActionForm>
      <div className="btns mt-2">
        <a className={buttonClass({ small: true })} href={`/filings/batches/new?template=${row.id}`}>
          用于批量备案<span className="vh">{row.name}</span>
        </a>
        <ActionForm action={removeTemplateAction}>
          <input type="hidden" name="template" value={row.id} />
          <SubmitButton small pending="正在删除">
            删除模板<span className="vh">{row.name}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    </Section>
  );
}

function Last({ last, now }: { last: TemplateDesk['last']; now: Date }) {
  if (!last) return <EmptyState title="本单位还没有填报过备案。" ways={[{ href: '/filings/new', label: '新建备案' }]} />;
  return (
    <p>
      <a className={buttonClass({ look: 'primary' })} href={`/filings/${last.id}/copy`}>
        照上一件再填
      </a>
      　{last.enterprise}，{momentWords(last.submittedAt, now)} 填报
    </p>
  );
}

/** The agency's templates, and the way to copy the last filing. */
export function TemplatePage({ desk }: { desk: TemplateDesk }) {
  const { now } = desk;
  return (
    <>
      <PageHead
        title="备案模板"
        note="填过的表换企业、换日期再用；打开后仍按现在的情况判定。"
        crumb={{ href: '/filings', label: '备案', here: '模板' }}
      />
      <Section title="照上一件">
        <Last last={desk.last} now={now} />
      </Section>
      <Section title="本单位的模板" end={`${desk.templates.length} 个`}>
        {desk.templates.map((row) => (
          <Template key={row.id} row={row} now={now} />
        ))}
        {desk.templates.length === 0 ? <EmptyState title="还没有模板。" condition="打开一件备案，点“照此再填”，可存为模板。" /> : null}
      </Section>
    </>
  );
}
