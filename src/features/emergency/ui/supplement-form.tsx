import { methodWords, triggerWords } from '#domain/inspection/words.ts';
import { VerdictTable } from '#features/filing/ui/verdict-table.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { approveSupplementAction, supplementAction } from '../actions.ts';
import type { EmergencyView } from '../queries/list-emergencies.ts';
import type { SupplementDesk } from '../queries/load-supplement.ts';

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** The form that follows: what was looked at, how and why. What the telephone already said is filled in. */
export function SupplementForm({ id, desk }: { id: string; desk: SupplementDesk }) {
  const { request, matters } = desk;
  return (
    <Section title="补报备案表" className="noprint">
      <ActionForm action={supplementAction} className="stack close" errorTitle="还不能送批">
        <input type="hidden" name="filing" value={id} />
        <AnsweredChoices
          type="checkbox"
          legend="检查事项"
          name="matters"
          value={request.matters}
          options={matters.map(({ code, name, basis }) => ({ value: code, label: name, note: basis }))}
        />
        <AnsweredSelect label="检查方式" name="form" width="m" options={optionsOf(methodWords)} value={request.form} />
        <AnsweredSelect label="检查缘由" name="trigger" width="m" options={optionsOf(triggerWords)} value={request.trigger?.type} />
        <AnsweredText label="文号或编号" name="reference" width="m" maxLength={100} value={request.trigger?.reference} />
        <p className="hint">送分管负责人批准。按来电时的规则判定，判定结果随备案保存，不影响补报。</p>
        <SubmitButton pending="正在送批" look="primary">
          送分管负责人批准
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** What was filled in, for whoever approves it. */
export function SupplementFacts({ desk, writer }: { desk: SupplementDesk; writer: string | null }) {
  const { request, matters, verdict } = desk;
  const names = new Map(matters.map(({ code, name }) => [code, name]));
  const { trigger } = request;
  return (
    <Section title="补报内容">
      <KeyValues
        items={[
          { term: '检查事项', value: request.matters.map((code) => names.get(code) ?? code).join('、') },
          { term: '检查方式', value: methodWords[request.form] },
          { term: '检查缘由', value: trigger ? `${triggerWords[trigger.type]}　${trigger.reference}` : '未写' },
          { term: '填报人', value: writer ?? '' },
        ]}
      />
      {verdict ? <VerdictTable verdict={verdict} /> : null}
    </Section>
  );
}

/** The leader's approval of what is on the page. */
export function SupplementApproval({ view, isOwn }: { view: EmergencyView; isOwn: boolean }) {
  return (
    <Section title="批准补报" className="noprint">
      <ActionForm action={approveSupplementAction} errorTitle="没有批准">
        <input type="hidden" name="filing" value={view.id} />
        <input type="hidden" name="seen" value={view.seen} />
        <p className="hint mb-3" id="approve-supplement">
          {isOwn ? '您填报的补报须由另一位负责人批准。' : '批准后完成补报；超过期限的，记为逾期补报，不能改为普通备案。'}
        </p>
        <SubmitButton pending="正在批准" look="primary" unavailable={isOwn} reason="approve-supplement">
          批准补报
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
