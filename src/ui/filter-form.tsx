import type { ReactNode } from 'react';
import { buttonClass } from './button.ts';

interface FilterFormProps {
  /** The list's own address; filters live in its query. */
  action: string;
  /** The same list without any filter, offered when one is set. */
  clearHref?: string | undefined;
  /** What the button does, where it is not 筛选. */
  verb?: string | undefined;
  children: ReactNode;
}

/** Filters of a list as a plain GET form. */
export function FilterForm({ action, clearHref, verb = '筛选', children }: FilterFormProps) {
  return (
    <search aria-label={verb}>
      <form className="filters" method="get" action={action}>
        {children}
        <div className="btns">
          <button type="submit" className={buttonClass({ look: 'primary', small: true })}>
            {verb}
          </button>
          {clearHref ? <a href={clearHref}>清除</a> : null}
        </div>
      </form>
    </search>
  );
}
