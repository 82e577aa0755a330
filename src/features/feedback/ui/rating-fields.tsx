import { conductSource, ratedConducts } from '#domain/feedback/conducts.data.ts';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { RateChoice } from '#ui/rate-choice.tsx';
import { disturbanceWords, overallLabels, yesNoQuestions } from '../labels.ts';

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];
const marks = (low: string, high: string) =>
  ['1', '2', '3', '4', '5'].map((value) => ({
    ...{ value, label: value, spoken: `${value} 分` },
    small: value === '1' ? low : value === '5' ? high : undefined,
  }));

function ConductTicks() {
  return (
    <div className="ask">
      <Fold summary="遇到下面的情况请勾选">
        <AnsweredChoices
          type="checkbox"
          legend="遇到的情况"
          hideLegend
          name="conduct"
          value={[]}
          hint={`依据　${conductSource}`}
          options={ratedConducts.map(({ id, tickText }) => ({ value: id, label: tickText }))}
        />
      </Fold>
    </div>
  );
}

function YesNo() {
  return (
    <div className="ask">
      {yesNoQuestions.map(({ name, words }) => (
        <RateChoice key={name} inline legend={words} name={name} options={yesNo} />
      ))}
    </div>
  );
}

/** The questions about one agency, none of them answered beforehand. */
export function RatingFields() {
  return (
    <>
      <RateChoice
        legend="总体"
        name="overall"
        options={Object.entries(overallLabels).map(([value, { word }]) => ({ value, label: word }))}
      />
      <YesNo />
      <RateChoice legend="态度" name="courtesy" options={marks('差', '好')} />
      <RateChoice legend="指导是否有用" name="guidance" options={marks('没用', '有用')} />
      <RateChoice
        legend="对生产经营的影响"
        name="disturbance"
        options={Object.entries(disturbanceWords).map(([value, label]) => ({ value, label }))}
      />
      <ConductTicks />
      <div className="ask">
        <AnsweredArea label="还想说的" name="text" optional rows={3} maxLength={1000} />
      </div>
      <AnsweredChoices
        type="checkbox"
        legend="回访"
        hideLegend
        name="mayCallBack"
        value={[]}
        options={[{ value: 'yes', label: '办公室可以给我回电话' }]}
      />
    </>
  );
}
