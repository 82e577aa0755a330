import { isoOf } from '#domain/calendar/iso.ts';
import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import { groundsOf, type Verdict } from '#domain/law/verdict.ts';
import { GroundList } from '#features/filing/ui/ground-list.tsx';
import { Fold } from '#ui/fold.tsx';
import { SlotButton, Slots } from '#ui/slots.tsx';
import { Status } from '#ui/status.tsx';
import { spanWords } from '#ui/words.ts';
import { verdictLabels } from '../labels.ts';

/** The grounds of one item, all at once; folded, because a batch has many. */
export function ItemGrounds({ verdict, open }: { verdict: Verdict; open?: boolean }) {
  const grounds = groundsOf(verdict);
  if (grounds.length === 0) return null;
  return (
    <Fold summary={grounds.map(({ title }) => title).join('；')} open={open}>
      <GroundList grounds={grounds} />
    </Fold>
  );
}

/** Lawful times as buttons that move this one item. */
function ItemSlots({ verdict, position, now }: { verdict: Verdict; position: number; now: Date }) {
  const slots = verdict.fixes.filter((fix) => fix.kind === 'slot').slice(0, 3);
  const others = verdict.fixes.flatMap((fix) => {
    if (fix.kind === 'inspector') return [`可加执法人员：${fix.note}（${fix.credentialNo}）`];
    if (fix.kind === 'planEntry') return [`可用计划项：${fix.no}　${fix.note}`];
    return fix.kind === 'none' ? [`${titleOfRule(fix.rule)}：${fix.note}`] : [];
  });
  return (
    <>
      {slots.length > 0 ? (
        <Slots title="改成下面任一时间就能备案">
          {slots.map((fix) => (
            <SlotButton
              key={fix.start.getTime()}
              name="intent"
              value={`slot:${position}:${isoOf(fix.start)}/${isoOf(fix.end)}`}
              label={spanWords(fix, now)}
              note={fix.note}
            />
          ))}
        </Slots>
      ) : null}
      {others.map((line) => (
        <p className="hint" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

/** What the machine said of one item at the last look, and what would be lawful. */
export function ItemVerdict({ verdict, position, now }: { verdict: Verdict | null; position: number; now: Date }) {
  if (!verdict) return <Status look="draft">选好检查类型后判定</Status>;
  const { word, look } = verdictLabels[verdict.kind];
  return (
    <>
      <Status look={look}>{word}</Status>
      <ItemGrounds verdict={verdict} />
      {verdict.kind === 'forbidden' ? <ItemSlots verdict={verdict} position={position} now={now} /> : null}
    </>
  );
}
