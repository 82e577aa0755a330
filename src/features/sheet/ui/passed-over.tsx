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

function TakeIn({ sheet, row }: { sheet: string; row: number }) {
  return (
    <ActionForm action={mendSheetAction} className="btns">
      <input type="hidden" name="sheet" value={sheet} />
      <input type="hidden" name="cell" value={`A${row}`} />
      <span>第 {row} 行不导入</span>
      <SubmitButton small name="intent" value="takeIn" pending="正在恢复">
        恢复第 {row} 行
      </SubmitButton>
    </ActionForm>
  );
}

/** What was corrected on the page so far; the file itself stays as it came. */
export function MendsMade({ sheet: { id, mends, canMend } }: { sheet: SheetView }) {
  const cells = Object.entries(mends.cells);
  const count = cells.length + mends.leftOut.length;
  if (count === 0) return null;
  return (
    <Fold summary={`页面上改过的 ${count} 处`}>
      <ul className="plain-list">
        {cells.slice(0, shown).map(([cell, text]) => (
          <li key={cell}>
            {cell}　改为“{text}”
          </li>
        ))}
        {mends.leftOut.slice(0, shown).map((row) => (
          <li key={row}>{canMend ? <TakeIn sheet={id} row={row} /> : `第 ${row} 行不导入`}</li>
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
