import { isoOf } from '#domain/calendar/iso.ts';
import { resultWords } from '#domain/finding/codes.ts';
import { isClockOff, isLate } from '#domain/visit/happened.ts';
import { Signature } from '#features/finding/ui/signature.tsx';
import { Fold } from '#ui/fold.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { momentWords, timeWords } from '#ui/words.ts';
import { flagWords, refusalWords, stepWords } from '../labels.ts';
import type { RecordedPart, RecordedStep, VisitRecordView } from '../queries/load-visit-record.ts';

type Clocks = { readonly deviceAt: Date | null; readonly receivedAt: Date; readonly filedAt: Date };

/** The server's time, and the phone's beside it where the two are not the same. */
function sayTime({ deviceAt, receivedAt, filedAt }: Clocks): string {
  const server = momentWords(receivedAt, receivedAt);
  if (deviceAt === null) return server;
  const clocks = { deviceAt, receivedAt, filedAt };
  return isLate(clocks) || isClockOff(clocks) ? `${server} 收到，手机记为 ${momentWords(deviceAt, receivedAt)}` : server;
}

const sayPassing = (receivedAt: Date | null, deviceAt: Date | null, filedAt: Date): string =>
  receivedAt ? sayTime({ deviceAt, receivedAt, filedAt }) : '没有记录';

function factsOf(part: RecordedPart, filedAt: Date): KeyValue[] {
  if (part.absentAt) return [{ term: '到场', value: `没有到场，${momentWords(part.absentAt, part.absentAt)} 登记` }];
  const flags = [...new Set(part.steps.flatMap((step) => step.flags))];
  return [
    { term: '签到', value: sayPassing(part.checkedInAt, part.deviceInAt, filedAt) },
    { term: '签退', value: sayPassing(part.checkedOutAt, part.deviceOutAt, filedAt) },
    { term: '到场人数', value: part.peopleCame === null ? '没有记录' : `${part.peopleCame} 人` },
    ...(flags.length > 0 ? [{ term: '提示', value: flags.map((flag) => flagWords[flag]).join('；') }] : []),
  ];
}

/** What a step says beyond its name. */
function sayBody({ step, body, matter }: RecordedStep): string {
  const text = String(body.text ?? '');
  if (step === 'checkedIn') return `${body.people} 人`;
  if (step === 'matterChecked') return `${body.done ? '' : '取消：'}${matter ?? ''}`;
  if (step === 'findingNoted') return [matter, resultWords[body.result as keyof typeof resultWords], text].filter(Boolean).join('　');
  if (step === 'entryRefused') return [refusalWords[body.ground as keyof typeof refusalWords], text].filter(Boolean).join('　');
  return '';
}

function StepText({ step }: { step: RecordedStep }) {
  const { conflict, flags, receipt, who } = step;
  const words = [step.step === 'photo' ? '照片' : stepWords[step.step], sayBody(step) || step.matter, who].filter(Boolean).join('　');
  const odd = [...(conflict ? [`不计入：${conflict}`] : []), ...flags.map((flag) => flagWords[flag])];
  return (
    <>
      {words}
      <span className="m">
        回执 {receipt}
        {odd.length > 0 ? `　${odd.join('；')}` : ''}
      </span>
    </>
  );
}

const photoStep = (photo: RecordedPart['photos'][number]): RecordedStep => ({ ...photo, step: 'photo', body: {}, flags: [] });

function Steps({ part, filedAt }: { part: RecordedPart; filedAt: Date }) {
  const steps = [...part.steps, ...part.photos.map(photoStep)].toSorted(
    (one, other) => one.receivedAt.getTime() - other.receivedAt.getTime(),
  );
  if (steps.length === 0) return null;
  const items = steps.map((step) => ({
    ...{ key: step.id, done: true, dateTime: isoOf(step.receivedAt), text: <StepText step={step} /> },
    time: sayTime({ ...step, filedAt }),
  }));
  return (
    <Fold summary={`每一步和回执　${steps.length} 条`}>
      <Timeline items={items} />
    </Fold>
  );
}

function PhotoLinks({ photos, seesPhotos }: RecordedPart) {
  if (photos.length === 0) return null;
  if (!seesPhotos) return <p>照片 {photos.length} 张，存在检查单位。</p>;
  return (
    <ul className="plain-list">
      {photos.map(({ id, matter, deviceAt }, index) => (
        <li key={id}>
          <a href={`/evidence/${id}`}>
            照片 {index + 1}
            {matter ? `　${matter}` : ''}　{timeWords(deviceAt)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Said({ opinion }: RecordedPart) {
  if (!opinion) return null;
  const said = [opinion.text || '没有意见', opinion.signer ? `签字人：${opinion.signer}` : ''].filter(Boolean).join('　');
  return (
    <>
      <p>企业意见：{said}</p>
      <Signature opinion={opinion} />
    </>
  );
}

function Part({ part, filedAt }: { part: RecordedPart; filedAt: Date }) {
  return (
    <Section title={part.agency.shortName} sub>
      <KeyValues items={factsOf(part, filedAt)} tight />
      {part.steps.map(({ id, step, conflict }) =>
        conflict && step !== 'photo' ? (
          <p key={id} className="say">
            {stepWords[step]}不计入：{conflict}
          </p>
        ) : null,
      )}
      <Said {...part} />
      <PhotoLinks {...part} />
      <Steps part={part} filedAt={filedAt} />
    </Section>
  );
}

/** What was reported of a visit, agency by agency: by the server's clock, and by the phone's where it says otherwise. */
export function VisitRecord({ view }: { view: VisitRecordView }) {
  if (view.parts.length === 0) return null;
  return (
    <Section title="检查过程" id="visit-record" className="noprint">
      {view.parts.map((part) => (
        <Part key={part.agencyCode} part={part} filedAt={view.filedAt} />
      ))}
    </Section>
  );
}
