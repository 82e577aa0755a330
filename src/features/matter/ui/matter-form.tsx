import { categories, categoryWords } from '#domain/declaration/sheet/read-words.ts';
import { formWords } from '#domain/inspection/words.ts';
import { sayGroup } from '#domain/plan/group-words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { proposeAdditionAction, proposeChangeAction } from '../actions.ts';
import type { Groups } from '../queries/find-own-matter.ts';
import type { MatterFields } from '../schema.ts';

type Props = { code: string | null; fields: Partial<MatterFields>; groups: Groups };

function WordFields({ fields }: Pick<Props, 'fields'>) {
  return (
    <>
      <AnsweredText label="事项名称" name="name" value={fields.name} width="l" maxLength={60} />
      <div className="btns end-aligned">
        <AnsweredSelect
          label="检查类别"
          name="category"
          blank="请选择"
          options={categories.map((value) => ({ value, label: categoryWords[value] }))}
          value={fields.category}
        />
        <AnsweredSelect
          label="检查方式"
          name="form"
          blank="请选择"
          options={Object.entries(formWords).map(([value, label]) => ({ value, label }))}
          value={fields.form}
        />
      </div>
      <AnsweredText
        label="依据的法律、法规、规章"
        name="basisInstrument"
        value={fields.basisInstrument}
        width="l"
        maxLength={100}
        hint="写名称，不加书名号"
      />
      <AnsweredText label="条款" name="basisArticle" value={fields.basisArticle} width="m" maxLength={60} hint="例如 第三十八条" />
    </>
  );
}

function GroupFields({ fields, groups }: Pick<Props, 'fields' | 'groups'>) {
  const merging = groups.mergeable.map((value) => ({ value, label: sayGroup(value) }));
  const [range, joint] = ['执法人员按这个范围配备，与同范围的事项相同', '同组的事项可以并为一次联合检查'];
  const { group, mergeableGroup } = fields;
  return (
    <>
      <AnsweredSelect label="执法范围" name="group" blank="请选择" options={groups.groups} value={group} width="l" hint={range} />
      <AnsweredSelect label="合并组" name="mergeableGroup" blank="不合并" options={merging} value={mergeableGroup} width="m" hint={joint} />
      <AnsweredText label="同一企业每年上限，次" name="maxPerYear" value={String(fields.maxPerYear ?? 1)} width="s" inputMode="numeric" />
    </>
  );
}

function IndustryFields({ fields, groups }: Pick<Props, 'fields' | 'groups'>) {
  const chosen = fields.industries ?? [];
  return (
    <Fold summary={chosen.length > 0 ? `行业，已选 ${chosen.length} 类` : '行业，不限'}>
      <AnsweredChoices
        type="checkbox"
        legend="行业"
        hint="都不选等于不限行业"
        name="industries"
        value={chosen}
        options={groups.industries}
        className="two-columns"
      />
    </Fold>
  );
}

/** A proposal to add a matter, or to change the one with this code. */
export function MatterForm({ code, fields, groups }: Props) {
  const special = [{ value: 'yes', label: '属于特殊行业、重点领域，不受宁静日限制' }];
  return (
    <ActionForm action={code ? proposeChangeAction : proposeAdditionAction} className="stack close" errorTitle="没有报送">
      {code ? <input type="hidden" name="matter" value={code} /> : null}
      <WordFields fields={fields} />
      <GroupFields fields={fields} groups={groups} />
      <AnsweredChoices
        type="checkbox"
        legend="特殊行业、重点领域"
        name="specialField"
        value={[fields.specialField ?? '']}
        options={special}
      />
      <IndustryFields fields={fields} groups={groups} />
      <AnsweredArea label="理由" name="reason" maxLength={500} hint="写明为什么要调整，办公室审核时会看到" />
      <SubmitButton look="primary" pending="正在报送">
        报办公室审核
      </SubmitButton>
    </ActionForm>
  );
}
