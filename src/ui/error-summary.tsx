import { FocusOnArrival } from './focus-on-arrival.tsx';
import { Icon } from './icon.tsx';

export interface FieldProblem {
  /** Id of the control; without it the message stands as text. */
  field?: string | undefined;
  message: string;
}

/** All errors first on the page, each leading to its field; focus moves here. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldProblem[]; title?: string }) {
  if (errors.length === 0) return null;
  return (
    <FocusOnArrival occasion={errors}>
      <h2>
        <Icon name="no" /> {title ?? `有 ${errors.length} 处需要改正`}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}${error.message}`}>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </FocusOnArrival>
  );
}
