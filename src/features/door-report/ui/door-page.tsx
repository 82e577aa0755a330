import { type DoorKind, doorGrounds, doorWords, seenWrongs } from '#domain/feedback/door.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredText } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { SubmitButton } from '#ui/submit-button.tsx';
import { raiseReportAction } from '../actions.ts';
import type { DoorPlace } from '../queries/load-reports.ts';
import type { DoorQuery } from '../schema.ts';
import { ReportShown } from './report-shown.tsx';

const words: Readonly<Record<DoorKind, { title: string; say: string; button: string; pending: string }>> = {
  notAsFiled: {
    title: '和看到的不一样',
    say: '勾选哪里不一样。超出备案的人员、事项和时间，您可以拒绝。',
    button: '告诉办公室哪里不一样',
    pending: '正在告诉办公室',
  },
  refusedEntry: {
    title: '拒绝这次检查',
    say: '没有备案、不出示执法证的检查，您可以拒绝。选择理由，办公室记录在案并核实。',
    button: '登记拒绝检查',
    pending: '正在登记',
  },
  question: {
    title: '问办公室',
    say: '写下要问的，留下电话，办公室给您回电。急事请直接打电话。',
    button: '把问题交给办公室',
    pending: '正在交给办公室',
  },
};
const optionsOf = (all: readonly (keyof typeof doorWords)[]) => all.map((value) => ({ value, label: doorWords[value] }));

function What({ kind }: { kind: DoorKind }) {
  if (kind === 'question') return null;
  const [legend, all] = kind === 'notAsFiled' ? (['哪里不一样', seenWrongs] as const) : (['拒绝的理由', doorGrounds] as const);
  return <AnsweredChoices type="checkbox" legend={legend} name="what" value={[]} options={optionsOf(all)} />;
}

function Where({ places }: { places: readonly DoorPlace[] }) {
  const [only] = places;
  if (places.length === 1 && only) return <input type="hidden" name="district" value={only.code} />;
  const options = places.map(({ code, name }) => ({ value: code, label: name }));
  return <AnsweredChoices type="radio" legend="在哪个区县" name="district" value={[]} options={options} />;
}

interface DoorPageProps {
  query: DoorQuery;
  places: readonly DoorPlace[];
}

function ReportForm({ query: { kind, code }, places }: DoorPageProps) {
  const { button, pending } = words[kind];
  return (
    <ActionForm action={raiseReportAction} className="stack close" errorTitle="没有提交">
      <ReportShown />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="code" value={code} />
      <Where places={places} />
      <What kind={kind} />
      <AnsweredArea label={kind === 'question' ? '要问的' : '说明'} name="text" optional={kind !== 'question'} rows={3} maxLength={1000} />
      <AnsweredText
        {...{ label: '电话', name: 'phone', type: 'tel', autoComplete: 'tel', maxLength: 20, width: 'l' }}
        hint={kind === 'question' ? '办公室给您回电' : '可不填；填了办公室可以回电核实'}
      />
      <div className="btns">
        <SubmitButton look="primary" pending={pending}>
          {button}
        </SubmitButton>
        {places.map(({ code: place, officeName, officePhone }) => (
          <a key={place} className={buttonClass({})} href={`tel:${officePhone.replaceAll(' ', '')}`}>
            打电话给{officeName}
          </a>
        ))}
      </div>
    </ActionForm>
  );
}

/** One of the three things that can be said from the door, with or without a code that is known. */
export function DoorPage({ query, places }: DoorPageProps) {
  const { kind, code } = query;
  const { title, say } = words[kind];
  return (
    <div className="stack close check">
      <h1>{title}</h1>
      <p>{say}</p>
      <ReportForm query={query} places={places} />
      <p className="hint">只有办公室看得到，检查单位不知道有人反映。不记录您的网络地址和手机型号。</p>
      {code ? (
        <p>
          <a href={`/c/${encodeURIComponent(code)}`}>回到查验结果</a>
        </p>
      ) : null}
    </div>
  );
}
