import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { recordCallbackAction } from '../actions.ts';
import { disturbanceWords, overallLabels, yesNoQuestions } from '../labels.ts';
import type { AnswerView } from '../queries/load-answer.ts';
import { conductWords, plainDayWords } from './words.ts';

function factsOf(answer: AnswerView): KeyValue[] {
  const { overall, conduct, text, courtesy, guidance, disturbance } = answer;
  const ticked = conductWords(conduct);
  return [
    { term: '总体', value: <Status look={overallLabels[overall].look}>{overallLabels[overall].word}</Status> },
    ...yesNoQuestions.map(({ name, words }) => ({ term: words, value: answer[name] ? '是' : '否' })),
    { term: '态度', value: `${courtesy} 分` },
    { term: '指导', value: `${guidance} 分` },
    { term: '对生产经营的影响', value: disturbanceWords[disturbance] },
    { term: '勾选的情形', value: ticked.length > 0 ? ticked.join('；') : '没有' },
    { term: '还想说的', value: text || '没有' },
  ];
}

function Contact({ answer }: { answer: AnswerView }) {
  const { mayCallBack, contactName, contactPhone } = answer;
  if (!mayCallBack) return <p>企业没有同意回电话。请先核对备案和过程记录，不要打电话，写明处理意见后办结。</p>;
  return (
    <p>
      企业同意回电话：{contactName}　<a href={`tel:${contactPhone}`}>{contactPhone}</a>
    </p>
  );
}

function Notes({ answer }: { answer: AnswerView }) {
  const { attempts, doneAt, doneBy, note, now } = answer;
  if (attempts === 0) return null;
  return (
    <>
      <p>{doneAt ? `${momentWords(doneAt, now)} 由${doneBy ?? ''}办结，共 ${attempts} 次。` : `已打 ${attempts} 次。`}</p>
      {[...new Set(note.split('\n'))].map((line) => (
        <p key={line} className="m">
          {line}
        </p>
      ))}
    </>
  );
}

function Callback({ answer }: { answer: AnswerView }) {
  const { id, dueDay, doneAt, now } = answer;
  if (!dueDay) return null;
  return (
    <Section title="回访" id="callback" className="c5" end={doneAt ? '已办结' : `期限 ${plainDayWords(dueDay, now)}`}>
      {doneAt ? null : <Contact answer={answer} />}
      <Notes answer={answer} />
      {doneAt ? null : (
        <ActionForm action={recordCallbackAction} className="stack close" errorTitle="没有登记">
          <input type="hidden" name="feedback" value={id} />
          <AnsweredChoices
            {...{ type: 'radio', legend: '结果', name: 'result', value: [] }}
            options={[
              { value: 'noAnswer', label: '没有接通', note: '下次再打，任务保留' },
              { value: 'done', label: '办结', note: '已问清情况，或写明处理意见' },
            ]}
          />
          <AnsweredArea label="情况" name="note" hint="企业说了什么，办公室怎么处理" rows={4} maxLength={1000} />
          <div className="btns">
            <SubmitButton look="primary" pending="正在登记">
              登记回访
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

/** One answer whole, with its call-back: for the office alone. */
export function AnswerPage({ answer }: { answer: AnswerView }) {
  const { enterprise, agency, filing, filingNo, answeredOn, now } = answer;
  return (
    <>
      <PageHead
        crumb={{ href: '/feedback', label: '评价', here: enterprise }}
        title={`${enterprise}对${agency}的评价`}
        note={`${plainDayWords(answeredOn, now)} 收到　只有办公室看得到`}
      />
      <div className="g">
        <Section title="评价" className="c7" end={<a href={`/filings/${filing}`}>{filingNo}</a>}>
          <KeyValues items={factsOf(answer)} />
        </Section>
        <Callback answer={answer} />
      </div>
    </>
  );
}
