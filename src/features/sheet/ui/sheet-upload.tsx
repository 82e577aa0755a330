import { mostBytes, refusals } from '#domain/declaration/sheet/file-shape.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredSelect } from '#ui/answered-field.tsx';
import { AnsweredFile } from '#ui/answered-file.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { uploadSheetAction } from '../actions.ts';

interface SheetUploadProps {
  /** The years that may be declared now; the first is chosen beforehand unless `year` says otherwise. */
  years: readonly number[];
  year?: number | undefined;
  /** Why the last file did not even arrive. */
  error?: string | undefined;
}

/** Chooses a declaration sheet and sends it to be read; nothing is imported yet. */
export function SheetUpload({ years, year = years[0], error }: SheetUploadProps) {
  const options = years.map((each) => ({ value: String(each), label: `${each} 年` }));
  return (
    <ActionForm action={uploadSheetAction} className="stack close" errorTitle="没有上传">
      <AnsweredSelect label="申报年度" name="year" options={options} value={String(year)} width="s" />
      <AnsweredFile
        label="申报表文件"
        name="file"
        accept=".xlsx,.xls"
        limit={{ bytes: mostBytes, say: refusals.tooLarge }}
        error={error}
        hint=".xlsx 或 .xls，不超过 5 MB。先试读，逐条列出看不懂的地方，改正后才导入"
      />
      <div className="btns">
        <SubmitButton look="primary" pending="正在上传">
          上传并试读
        </SubmitButton>
        <a href={`/declarations/template?year=${year}`}>下载空白申报表</a>
      </div>
    </ActionForm>
  );
}
