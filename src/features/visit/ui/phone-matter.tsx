import { type ChangeEvent, type FormEvent, useState } from 'react';
import { type FindingResult, type FollowUp, findingResults, fittingFollowUps, followUpWords, resultWords } from '#domain/finding/codes.ts';
import { AreaField } from '#ui/area-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { PhoneMatter } from '../queries/load-phone-day.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import type { Keep } from './use-phone.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

function findingOf(form: FormData, matter: string): object {
  const result = text(form, 'result') as FindingResult;
  const followUp = text(form, 'followUp');
  const isOrder = followUp === 'orderToCorrect';
  return {
    ...{ matter, checked: form.get('checked') !== null, result, text: text(form, 'text'), followUp, followUpNote: '', toAgency: null },
    ...{ demand: isOrder ? text(form, 'demand') : '', dueDay: isOrder ? text(form, 'dueDay') : null },
  };
}

// Who a case or a copy goes to is chosen from the list of agencies, on the page of results.
const onPhone = (result: FindingResult) => fittingFollowUps[result].filter((each) => each !== 'handOver' && each !== 'copyToAgency');

function OrderFields({ code, dueDay }: { code: string; dueDay: string }) {
  return (
    <>
      <AreaField label="整改要求" name="demand" id={`demand-${code}`} maxLength={500} />
      <TextField label="整改到期日" name="dueDay" id={`due-${code}`} value={dueDay} hint="例如 2026-12-22" width="m" />
    </>
  );
}

function ResultFields({ code, choose }: { code: string; choose: (result: FindingResult) => void }) {
  return (
    <>
      <label className="pick">
        <input type="checkbox" name="checked" defaultChecked />
        <span>已现场检查这一项</span>
      </label>
      <div onChange={(event) => choose((event.target as unknown as HTMLSelectElement).value as FindingResult)}>
        <SelectField
          label="检查结果"
          name="result"
          id={`result-${code}`}
          options={findingResults.map((value) => ({ value, label: resultWords[value] }))}
        />
      </div>
    </>
  );
}

type FollowUpProps = { code: string; options: readonly FollowUp[]; choose: (followUp: string) => void };

function FollowUpField({ code, options, choose }: FollowUpProps) {
  return (
    <div onChange={(event) => choose((event.target as unknown as HTMLSelectElement).value)}>
      <SelectField
        label="后续处理"
        name="followUp"
        id={`follow-${code}`}
        options={options.map((value) => ({ value, label: followUpWords[value] }))}
      />
    </div>
  );
}

/** What was found, in codes and in words. */
function FindingForm({ matter, dueDay, keep }: { matter: PhoneMatter; dueDay: string; keep: Keep }) {
  const [result, setResult] = useState<FindingResult>('nothingFound');
  const [followUp, setFollowUp] = useState('none');
  const options = onPhone(result);
  const choose = (next: FindingResult) => {
    setResult(next);
    setFollowUp(onPhone(next)[0] ?? 'none');
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = findingOf(new FormData(event.currentTarget), matter.code);
    void keep({ step: 'findingNoted', label: `录入结果：${matter.name}`, body });
  };
  return (
    <form onSubmit={send} className="stack">
      <ResultFields code={matter.code} choose={choose} />
      <AreaField label="情况说明" name="text" id={`text-${matter.code}`} maxLength={1000} optional={result === 'nothingFound'} />
      <FollowUpField key={result} code={matter.code} options={options} choose={setFollowUp} />
      {followUp === 'orderToCorrect' && options.includes('orderToCorrect') ? <OrderFields code={matter.code} dueDay={dueDay} /> : null}
      <button type="submit" className={buttonClass()}>
        存下检查结果
      </button>
      <p className="hint">移送和抄告其他单位，回来后在检查结果页办理。</p>
    </form>
  );
}

function PhotoField({ matter, keep }: { matter: PhoneMatter; keep: Keep }) {
  const [count, setCount] = useState(0);
  const id = `photo-${matter.code}`;
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    for (const file of target.files ?? []) {
      const photo = await shrinkPhoto(file);
      await keep({ step: 'photo', label: `照片：${matter.name}`, body: {}, photo, matter: matter.code });
      setCount((before) => before + 1);
    }
    target.value = '';
  };
  return (
    <div className="f">
      <label htmlFor={id}>拍照取证</label>
      <span className="hint" id={`${id}-hint`}>
        照片先存在本机，连上后上传；拍摄位置等信息会去掉。
      </span>
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        aria-describedby={`${id}-hint`}
        onChange={(event) => void add(event)}
      />
      <span role="status">{count > 0 ? `已存下 ${count} 张` : ''}</span>
    </div>
  );
}

type MatterProps = { matter: PhoneMatter; isDone: boolean; found: string | null; dueDay: string; keep: Keep };

/** One matter of the form: tick it, say what was found, photograph it. */
export function Matter({ matter, isDone, found, dueDay, keep }: MatterProps) {
  const tick = ({ target }: ChangeEvent<HTMLInputElement>) =>
    void keep({ step: 'matterChecked', label: `勾选：${matter.name}`, body: { matter: matter.code, done: target.checked } });
  return (
    <li>
      <label className="pick">
        <input type="checkbox" checked={isDone} onChange={tick} />
        <span>
          {matter.name}
          <span className="m">{found ? resultWords[found as FindingResult] : matter.basis}</span>
        </span>
      </label>
      <Fold summary={found ? `改结果：${matter.name}` : `录入结果和照片：${matter.name}`}>
        <FindingForm matter={matter} dueDay={dueDay} keep={keep} />
        <PhotoField matter={matter} keep={keep} />
      </Fold>
    </li>
  );
}
