import { FocusOnArrival } from './focus-on-arrival.tsx';
import { Icon } from './icon.tsx';

export interface FieldProblem {
  /** Id of the control; without it the message stands as text. */
  field?: string | undefined;
  message: string;
}

interface ErrorSummaryProps {
  errors: readonly FieldProblem[];
  title?: string | undefined;
  /** The answer the errors came with; a new one takes focus again even when it says the same. */
  occasion?: unknown;
}

/** All errors first on the page, each leading to its field; focus moves here when they arrive, not when they are drawn again. */
export function ErrorSummary({ errors, title, occasion }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <FocusOnArrival occasion={occasion ?? errors.map(({ message }) => message).join()}>
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
