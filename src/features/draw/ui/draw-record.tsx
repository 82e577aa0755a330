import { isPermitted } from '#domain/access/permissions.ts';
import { replacementReasons } from '#domain/draw/lifecycle.ts';
import type { DrawReader } from '#domain/draw/what-now.ts';
import { replacementWords } from '#domain/draw/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea, AnsweredSelect } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { addTargetAction, replaceTargetAction } from '../actions.ts';
import type { DrawObjectionView, DrawRoundView, DrawTarget, DrawView } from '../queries/load-draw.ts';
import { deadlineWords } from './words.ts';

type Party = DrawRoundView['parties'][number];

const hex = (value: string | null) => (value === null ? '—' : <code className="hash">{value}</code>);
const partyColumns: readonly Column<Party>[] = [
  { key: 'name', head: '参加方', cell: ({ name }) => name, rowHead: true, nowrap: true },
  { key: 'commitment', head: '承诺', cell: ({ commitment }) => hex(commitment), stacked: '承诺' },
  {
    key: 'reveal',
    head: '原文',
    cell: ({ reveal, withheld }) => (withheld ? <Status look="no">未按期</Status> : hex(reveal)),
    stacked: '原文',
  },
];

/** What is still to be done in a round, and until when. */
function sayDeadlines({ commitEnd, revealEnd, failed, parties }: DrawRoundView, now: Date): string {
  if (failed) return '有参加方未按期，这一轮不算';
  if (revealEnd === null) return `承诺 ${deadlineWords(new Date(commitEnd), now)}`;
  return parties.every(({ reveal }) => reveal !== null) ? '承诺和揭示都已齐' : `承诺已齐，揭示 ${deadlineWords(new Date(revealEnd), now)}`;
}

/** Every round with what each party committed to and revealed. */
export function Rounds({ draw }: { draw: DrawView }) {
  return draw.rounds.map((round) => (
    <Section key={round.no} title={`第 ${round.no} 轮`} sub end={round.failed ? <Status look="gone">不算</Status> : null}>
      <p className="hint">
        {sayDeadlines(round, draw.now)}
        {round.signedBy ? `　${round.signedBy}签字：${round.note}` : ''}
      </p>
      <DataTable label={`第 ${round.no} 轮各方`} look="rows" columns={partyColumns} rows={round.parties} rowKey={({ agency }) => agency} />
    </Section>
  ));
}

function Objection({ objection }: { objection: DrawObjectionView }) {
  const { no, by, text, contact, upheld, answer } = objection;
  const [look, word] = upheld === null ? (['wait', '待答复'] as const) : upheld ? (['warn', '成立'] as const) : (['ok', '不成立'] as const);
  return (
    <li>
      <Status look={look}>
        第 {no} 件 {word}
      </Status>
      <p>
        {by}：{text}
      </p>
      {contact ? <p className="hint">联系人（不公开）：{contact}</p> : null}
      {answer ? <p>答复：{answer}</p> : null}
    </li>
  );
}

/** Objections with their answers; who to call is told to the office alone. */
export function Objections({ draw }: { draw: DrawView }) {
  if (draw.objections.length === 0) return <p className="hint">没有收到异议。</p>;
  return (
    <ul className="stack close">
      {draw.objections.map((objection) => (
        <Objection key={objection.id} objection={objection} />
      ))}
    </ul>
  );
}

const reasons = replacementReasons
  .filter((reason) => reason !== 'quotaRaised')
  .map((reason) => ({ value: reason, label: replacementWords[reason] }));

function Replace({ target }: { target: DrawTarget }) {
  return (
    <Fold summary="递补">
      <ActionForm action={replaceTargetAction} className="stack close" errorTitle="没有递补">
        <input type="hidden" name="outcome" value={target.id} />
        <AnsweredSelect label="原因" name="reason" options={reasons} blank="请选择" />
        <AnsweredArea label="情况" name="note" rows={2} maxLength={300} hint="公开" />
        <SubmitButton small pending="正在递补">
          由下一顺位递补
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function State({ target, canReplace }: { target: DrawTarget; canReplace: boolean }) {
  if (target.replaced) return <Status look="gone">{`已递补：${replacementWords[target.replaced]}`}</Status>;
  if (target.isFiled) return <Status look="ok">已备案</Status>;
  return canReplace ? <Replace target={target} /> : <Status look="later">待备案</Status>;
}

/** One more, where the plan now has more places than were drawn. */
function Add({ draw, entry }: { draw: DrawView; entry: string }) {
  return (
    <Fold summary="计划增加了户数，增抽一家">
      <ActionForm action={addTargetAction} className="stack close" errorTitle="没有增抽">
        <input type="hidden" name="draw" value={draw.id} />
        <input type="hidden" name="entry" value={entry} />
        <AnsweredArea label="情况" name="note" rows={2} maxLength={300} hint="公开" />
        <SubmitButton small pending="正在增抽">
          由下一顺位增抽
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

/** What was drawn, entry by entry, in order, with the inspectors; the office lets the next in order replace one. */
export function Targets({ draw, reader }: { draw: DrawView; reader: DrawReader }) {
  const canReplace = isPermitted(reader.role, 'draw.replace') && draw.status === 'published' && draw.poolHash !== null;
  const columns: readonly Column<DrawTarget>[] = [
    { key: 'position', head: '顺位', cell: ({ position }) => position, num: true, stacked: '顺位' },
    { key: 'name', head: '企业', cell: ({ name }) => name, rowHead: true },
    { key: 'uscc', head: '统一社会信用代码', cell: ({ uscc }) => uscc, stacked: '代码' },
    { key: 'inspectors', head: '执法人员', cell: ({ inspectors }) => inspectors.join('、'), stacked: '执法人员' },
    { key: 'state', head: '状态', cell: (target) => <State target={target} canReplace={canReplace} />, stacked: '状态' },
  ];
  return draw.parts.map((part) => (
    <Section key={part.id} title={`${part.no}　${part.title}`} sub>
      <DataTable
        label={`${part.no} 抽中的企业`}
        look="rows mid"
        columns={columns}
        rows={draw.targets.filter(({ entry }) => entry === part.id)}
        rowKey={({ id }) => id}
      />
      {canReplace && draw.targets.filter(({ entry, replaced }) => entry === part.id && !replaced).length < part.quota ? (
        <Add draw={draw} entry={part.id} />
      ) : null}
    </Section>
  ));
}
