import { kindWords } from '#domain/inspection/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { copyFilingAction, keepTemplateAction } from '../actions.ts';
import type { CopyDesk } from '../queries/load-templates.ts';
import { NextVisit } from './next-visit.tsx';

/** An earlier filing used again: for another enterprise and day, or kept as a template. */
export function CopyPage({ filing }: { filing: CopyDesk }) {
  const title = filing.filingNo ?? '未编号的备案';
  return (
    <>
      <PageHead
        title="照此再填"
        note={`${kindWords[filing.kind]}　${filing.matters.join('、')}`}
        crumb={{ href: `/filings/${filing.id}`, label: title, here: '照此再填' }}
      />
      <Section title="为另一家企业填报">
        <p className="hint">类型、计划项、事项、方式、人员、协同单位照“{filing.enterprise}”这一件；时间、地点、缘由和例外理由重新填。</p>
        <ActionForm action={copyFilingAction} errorTitle="没有打开">
          <input type="hidden" name="filing" value={filing.id} />
          <NextVisit id="copy" />
        </ActionForm>
      </Section>
      <Section title="存为本单位的模板">
        <ActionForm action={keepTemplateAction} errorTitle="没有存下">
          <input type="hidden" name="filing" value={filing.id} />
          <div className="btns end-aligned">
            <AnsweredText label="模板名称" name="name" size={24} maxLength={40} />
            <SubmitButton pending="正在保存">存为模板</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </>
  );
}
