import type { SheetReading } from '#domain/declaration/sheet/read-declaration.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { Fold } from '#ui/fold.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { mendSheetAction } from '../actions.ts';
import { ignoredWords } from '../labels.ts';
import type { SheetView } from '../queries/load-sheet.ts';

const shown = 100;

/** 1—3、16: runs of rows. */
function sayRows(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  const words = runs.slice(0, shown).map(([first, last]) => (first === last ? String(first) : `${first}—${last}`));
  return `第 ${words.join('、')} 行${runs.length > shown ? '等' : ''}`;
}

/** Rows that are no lines, folded: which, and why. */
export function IgnoredRows({ reading }: { reading: SheetReading }) {
  const reasons = [...new Set(reading.ignored.map(({ why }) => why))];
  return (
    <Fold summary={`没有当作申报行的 ${reading.ignored.length} 行，和没有读的 ${reading.unread.length} 列`}>
      <ul className="plain-list">
        {reasons.map((reason) => (
          <li key={reason}>
            {ignoredWords[reason]}　{sayRows(reading.ignored.flatMap(({ row, why }) => (why === reason ? [row] : [])))}
          </li>
        ))}
        {reading.unread.length > 0 ? <li>没有读的列　{reading.unread.join('、')}</li> : null}
      </ul>
    </Fold>
  );
}

interface TakeBackProps {
  sheet: string;
  cell: string;
  intent: 'restore' | 'takeIn';
  /** What was done, and the words that undo it. */
  said: string;
  undo: string;
}

function TakeBack({ sheet, cell, intent, said, undo }: TakeBackProps) {
  return (
    <ActionForm action={mendSheetAction} className="btns">
      <input type="hidden" name="sheet" value={sheet} />
      <input type="hidden" name="cell" value={cell} />
      <span>{said}</span>
      <SubmitButton small name="intent" value={intent} pending="正在恢复">
        {undo}
      </SubmitButton>
    </ActionForm>
  );
}

/** Every correction with how to take it back, rows left out last. */
function mendsIn({ id, mends }: SheetView): TakeBackProps[] {
  const cells = Object.entries(mends.cells).map(([cell, text]) => ({
    ...{ sheet: id, cell, intent: 'restore' as const, said: `${cell}　改为“${text}”`, undo: `恢复 ${cell}` },
  }));
  const rows = mends.leftOut.map((row) => ({
    ...{ sheet: id, cell: `A${row}`, intent: 'takeIn' as const, said: `第 ${row} 行不导入`, undo: `恢复第 ${row} 行` },
  }));
  return [...cells, ...rows];
}

/** What was corrected on the page so far; the file itself stays as it came. */
export function MendsMade({ sheet }: { sheet: SheetView }) {
  const { id, canMend } = sheet;
  const made = mendsIn(sheet);
  if (made.length === 0) return null;
  return (
    <Fold summary={`页面上改过的 ${made.length} 处`}>
      <ul className="plain-list">
        {made.slice(0, shown).map((each) => (
          <li key={each.said}>{canMend ? <TakeBack {...each} /> : each.said}</li>
        ))}
      </ul>
      {canMend ? (
        <ActionForm action={mendSheetAction} className="btns mt-3">
          <input type="hidden" name="sheet" value={id} />
          <SubmitButton small look="negative" name="intent" value="startOver" pending="正在恢复">
            全部恢复成原表
          </SubmitButton>
        </ActionForm>
      ) : null}
    </Fold>
  );
}
