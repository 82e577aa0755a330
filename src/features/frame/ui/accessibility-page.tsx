import { PageHead } from '#ui/page-head.tsx';

/** What has been done so that everybody can use it, and whom to tell where it fails. */
export function AccessibilityPage() {
  return (
    <div className="stack close">
      <PageHead title="无障碍说明" />
      <p className="cap">本系统按《网页内容无障碍指南》（WCAG）2.2 的 AA 级制作，每个页面都用自动工具检查过。</p>
      <ul className="plain-list cap">
        <li>所有操作都可以只用键盘完成，焦点始终看得见。</li>
        <li>页首的“长者模式”把文字放大四分之一，并会记住您的选择。</li>
        <li>状态同时用文字、形状和颜色表示。</li>
        <li>不启用脚本也能登录、填写和送批备案，也能查验检查真伪。</li>
        <li>页面放大到 400% 或在 320 像素宽的屏幕上都能使用。</li>
      </ul>
      <p className="cap">遇到用不了的地方，请打页脚的电话告诉我们。</p>
    </div>
  );
}
