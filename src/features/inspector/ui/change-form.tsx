import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { changeInspectorAction } from '../actions.ts';
import type { InspectorView } from '../queries/load-inspector.ts';

function Days({ validFrom, validTo }: InspectorView) {
  return (
    <>
      <AnsweredText label="有效期起" name="validFrom" value={validFrom ?? ''} width="s" placeholder="2026-09-21" />
      <AnsweredText label="有效期止" name="validTo" value={validTo ?? ''} width="s" placeholder="2031-09-20" hint="当天仍有效" />
    </>
  );
}

/** What an agency changes of its inspector: ranges, validity, leaving. */
export function ChangeForm({ inspector }: { inspector: InspectorView }) {
  const { id, seen, groups, options, credentialKind, leftOn } = inspector;
  return (
    <ActionForm action={changeInspectorAction} className="stack close" errorTitle="没有更改">
      <input type="hidden" name="inspector" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <AnsweredChoices
        type="checkbox"
        legend="执法范围"
        hint="抽取时只派给范围内的事项"
        name="groups"
        value={groups}
        options={options.map(({ value, label }) => ({ value, label }))}
      />
      {credentialKind === 'none' ? null : <Days {...inspector} />}
      <AnsweredText label="离岗日期" name="leftOn" value={leftOn ?? ''} width="s" hint="离岗后不再抽取；在岗不填" optional />
      <SubmitButton look="primary" pending="正在更改">
        更改登记
      </SubmitButton>
    </ActionForm>
  );
}
