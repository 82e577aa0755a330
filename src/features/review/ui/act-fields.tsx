import { doorForms } from '#domain/declaration/line.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { formWords } from '#domain/inspection/words.ts';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import type { ActView } from '../queries/load-act.ts';

const forms = Object.keys(formWords) as InspectionForm[];
const isDoor = (form: InspectionForm) => doorForms.includes(form);

interface FormProps {
  legend: string;
  allowed: readonly InspectionForm[];
  chosen: readonly InspectionForm[];
  hint?: string | undefined;
}

function Form({ legend, allowed, chosen, hint }: FormProps) {
  const options = allowed.map((form) => ({ value: form, label: formWords[form] }));
  return <AnsweredChoices legend={legend} name="form" type="radio" options={options} value={chosen} className="picks" hint={hint} />;
}

function Months({ view, chosen, hint }: { view: ActView; chosen: readonly number[]; hint?: string | undefined }) {
  const choices = view.months.map(({ month, openDays }) => ({
    value: String(month),
    label: `${month} 月`,
    note: openDays === 0 ? '没有可入企工作日' : `可入企 ${openDays} 天`,
  }));
  return (
    <AnsweredChoices
      legend="月份"
      name="months"
      type="checkbox"
      options={choices}
      value={chosen.map(String)}
      className="picks"
      hint={hint}
    />
  );
}

function Trim({ lines }: ActView) {
  const least = Math.min(...lines.map(({ count }) => count));
  const hint = lines.length === 1 ? `现为 ${least} 户，须减到 1 至 ${least - 1} 户` : `每行都减到这么多，须少于其中最少的 ${least} 户`;
  return (
    <>
      <AnsweredText label="减到多少户" name="count" inputMode="numeric" width="s" hint={hint} />
      <AnsweredArea label="理由（可不填，单位会看到）" name="reason" rows={2} maxLength={500} />
    </>
  );
}

function Move(view: ActView) {
  const chosen = view.lines.length === 1 ? (view.lines[0]?.months ?? []) : [];
  return (
    <>
      <Months view={view} chosen={chosen} hint="一行的户次平均分到所选各月，除不尽的排在前面的月份" />
      <AnsweredArea label="理由（可不填，单位会看到）" name="reason" rows={2} maxLength={500} />
    </>
  );
}

function Offsite() {
  const allowed = forms.filter((form) => !isDoor(form));
  return (
    <>
      <Form legend="改为哪种方式" allowed={allowed} chosen={['document']} hint="非现场检查不进企业，不计入企户次" />
      <AnsweredArea label="理由（可不填，单位会看到）" name="reason" rows={2} maxLength={500} />
    </>
  );
}

function Drop() {
  return <AnsweredArea label="不列入的理由" name="reason" hint="单位会看到" rows={3} maxLength={500} />;
}

function Return({ due }: ActView) {
  return (
    <>
      <AnsweredArea
        label="退回的理由"
        name="reason"
        hint="填报人和负责人会收到；整份申报退给单位，其余各行照常审"
        rows={3}
        maxLength={500}
      />
      <AnsweredText label="报回期限" name="due" width="s" value={due} hint="例如 2026-09-21" />
    </>
  );
}

function Objections({ objections }: ActView) {
  if (objections.length === 0) return <p className="hint">这些行属同一事项组，可以并为一次联合检查。</p>;
  return (
    <div className="say">
      <p>
        <b>系统认为不宜合并：</b>
      </p>
      <ul className="bullets">
        {objections.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>仍要合并的，请写明理由。</p>
    </div>
  );
}

/** Months that suit every line. */
function sharedMonths({ lines }: ActView): number[] {
  return lines[0]?.months.filter((month) => lines.every(({ months }) => months.includes(month))) ?? [];
}

function Merge(view: ActView) {
  const { lines, objections } = view;
  const counts = lines.map(({ count }) => count);
  const [least, most] = [Math.max(...counts), counts.reduce((sum, count) => sum + count, 0)];
  const agencies = [...new Map(lines.map(({ agencyCode, agency }) => [agencyCode, agency]))].map(([value, label]) => ({ value, label }));
  const shared = sharedMonths(view);
  const ways = new Set(lines.map((line) => isDoor(line.form)));
  const allowed = forms.filter((form) => ways.has(isDoor(form)));
  return (
    <>
      <Objections {...view} />
      <AnsweredSelect label="牵头单位" name="lead" options={agencies} value={agencies[0]?.value} width="m" />
      <Months view={view} chosen={shared} hint={shared.length === 0 ? '这些行没有共同的月份，请选定联合检查的月份' : undefined} />
      <Form legend="检查方式" allowed={allowed} chosen={allowed.slice(0, 1)} />
      <AnsweredText
        label="合并后多少户"
        name="count"
        inputMode="numeric"
        width="s"
        value={String(least)}
        hint={`${least}（最大的一行）至 ${most}（各行之和）`}
      />
      <AnsweredArea label={objections.length > 0 ? '仍要合并的理由' : '说明（可不填）'} name="reason" rows={2} maxLength={500} />
    </>
  );
}

const nothing = () => null;

/** What each action asks for. */
export const fieldsOf: Readonly<Record<ActView['action'], (view: ActView) => React.ReactNode>> = {
  ...{ keep: nothing, reopen: nothing, trim: Trim, move: Move, offsite: Offsite, drop: Drop, return: Return, merge: Merge },
};
