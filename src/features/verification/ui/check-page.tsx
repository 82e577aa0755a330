import { buttonClass } from '#ui/button.ts';
import { TextField } from '#ui/text-field.tsx';

/** Typing a code by hand, for those who cannot scan. */
export function CheckPage() {
  return (
    <form action="/check" method="get" className="stack close check">
      <h1>查验一次检查</h1>
      <TextField
        label="查验码"
        name="code"
        hint="备案表右上角，26 位字母和数字，不分大小写，连字符可不填"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        width="l"
      />
      <div className="btns">
        <button type="submit" className={buttonClass({ look: 'primary' })}>
          查验
        </button>
      </div>
      <p className="hint">没有查验码、拒不出示备案表的检查，您可以拒绝，并打电话给本地优化营商环境工作机构。</p>
    </form>
  );
}
