import { useEffect, useRef } from 'react';

import { useText } from '#app/text/text.tsx';

export interface SummaryError {
  /** Id of the control that the link leads to. */
  field: string;
  text: string;
}

/**
 * All errors on top of a form, each a link to its field. Takes the focus when errors appear, so that a screen reader
 * reads it and a sighted person sees it (GOV.UK pattern).
 */
export function ErrorSummary({ errors, title }: { errors: readonly SummaryError[]; title?: string }) {
  const t = useText();
  const ref = useRef<HTMLDivElement>(null);
  const signature = errors.map((error) => error.field + error.text).join('\n');
  useEffect(() => {
    if (signature !== '') ref.current?.focus();
  }, [signature]);
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
