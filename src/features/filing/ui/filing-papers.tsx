import { buttonClass } from '#ui/button.ts';
import { PrintButton } from '#ui/print-button.tsx';

/** What can be done with a numbered filing on paper; `canCopy`: the reader may file the same once more. */
export function FilingPapers({ id, canCopy }: { id: string; canCopy: boolean }) {
  return (
    <>
      {canCopy ? (
        <a className={buttonClass()} href={`/filings/${id}/copy`}>
          照此再填
        </a>
      ) : null}
      <a className={buttonClass()} href={`/filings/${id}/notice.pdf`}>
        告知书 PDF
      </a>
      <a className={buttonClass()} href={`/filings/${id}/form.pdf`}>
        备案表 PDF
      </a>
      <PrintButton>打印备案表</PrintButton>
    </>
  );
}
