import { useEffect, useRef } from 'react';

import { useText } from '#app/text/text.tsx';

export interface SummaryError {
  /** Id of the control that the link leads to. */
  field: string;
  text: string;
}

interface SummaryProps {
  errors: readonly SummaryError[];
  title?: string;
  /** Changes with each attempt to go on: a count, or the server's answer. */
  attempt: unknown;
}

/**
 * All errors on top of a form, each a link to its field. Takes the focus after an attempt that found errors, so that a
 * screen reader reads it and a sighted person sees it (GOV.UK pattern); never while somebody types, though the errors
 * change then.
 */
export function ErrorSummary({ errors, title, attempt }: SummaryProps) {
  const t = useText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={ref}>
      <h2 className="kern-title">{title ?? t.layout.errorSummary}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.text}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                const control = document.getElementById(error.field);
                if (!control) return;
                event.preventDefault();
                control.scrollIntoView({ block: 'center' });
                control.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
