import type { ReactNode } from 'react';

interface FilterFieldsProps {
  /** The field that is used most, then its button: they stand in one line. */
  search: ReactNode;
  /** Names the fields behind the summary. */
  more: string;
  /** One of the fields behind the summary is set. */
  isOpen: boolean;
  children: ReactNode;
}

/** The fields of a form that narrows a list. */
export function FilterFields({ search, more, isOpen, children }: FilterFieldsProps) {
  return (
    <>
      <div className="filter-search">{search}</div>
      <details open={isOpen}>
        <summary>{more}</summary>
        <div className="filter-form">{children}</div>
      </details>
    </>
  );
}
