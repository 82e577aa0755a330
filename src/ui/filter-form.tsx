import type { ReactNode } from 'react';
import { buttonClass } from './button.ts';

interface FilterFormProps {
  /** The list's own address; filters live in its query. */
  action: string;
  /** The same list without any filter, offered when one is set. */
  clearHref?: string | undefined;
  children: ReactNode;
}

/** Filters of a list as a plain GET form. */
export function FilterForm({ action, clearHref, children }: FilterFormProps) {
  return (
    <search aria-label="筛选">
      <form className="filters" method="get" action={action}>
        {children}
        <div className="btns">
          <button type="submit" className={buttonClass({ look: 'primary', small: true })}>
            筛选
          </button>
          {clearHref ? <a href={clearHref}>清除</a> : null}
        </div>
      </form>
    </search>
  );
}
