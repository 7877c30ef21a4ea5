import { useEffect, useRef, type ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';

/** The page's one `h1`, with what it belongs to above it. Also sets the document's title. */
export function PageHeading({
  children,
  above,
  title,
}: {
  children: ReactNode;
  above?: ReactNode;
  title?: string;
}) {
  const t = useText();
  const name = title ?? (typeof children === 'string' ? children : '');
  return (
    <div className="stack stack--small">
      <title>{name === '' ? t.layout.product : `${name} – ${t.layout.product}`}</title>
      {above === undefined ? null : <p className="muted">{above}</p>}
      <h1 className="kern-heading-x-large">{children}</h1>
    </div>
  );
}

/** The main part of a page. `narrow` keeps lines readable. */
export function PageMain({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main id="content" className="page-main">
      <div className="page-frame">
        <div className={narrow ? 'stack narrow' : 'stack'}>{children}</div>
      </div>
    </main>
  );
}

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** A message of one kind. `announce` reads it out when it appears. */
export function Alert(props: { tone: Tone; title: string; children?: ReactNode; announce?: boolean }) {
  const { tone, title, children, announce = false } = props;
  return (
    <div className={`kern-alert kern-alert--${tone}`} role={announce ? 'alert' : undefined}>
      <div className="kern-alert__header">
        <span className={`kern-icon kern-icon--${tone}`} aria-hidden="true" />
        <span className="kern-title">{title}</span>
      </div>
      {children === undefined ? null : <div className="kern-alert__body stack stack--small">{children}</div>}
    </div>
  );
}

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`kern-badge kern-badge--${tone}`}>
      <span className="kern-label">{children}</span>
    </span>
  );
}

export function Panel({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel stack">
      {title === undefined ? null : <h2 className="kern-heading-small">{title}</h2>}
      {children}
    </section>
  );
}

/** What a list says when there is nothing in it: why, and what to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="panel stack stack--small">
      <p className="kern-title">{title}</p>
      {children === undefined ? null : <div className="muted">{children}</div>}
    </div>
  );
}

export interface SummaryItem {
  key: string;
  label: ReactNode;
  value: ReactNode;
  action?: ReactNode;
}

/** Labels and values, as on "check your answers". */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl className="summary-list">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.action === undefined ? null : <dd className="summary-list__action">{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Runs of four, so that people can compare a fingerprint by reading it out. */
export function Fingerprint({ value }: { value: string }) {
  return <span className="fingerprint">{value.match(/.{1,4}/g)?.join(' ')}</span>;
}

/** A modal dialog of the browser: focus stays inside, Escape closes it (unless it must be answered). */
export function Dialog(props: {
  title: string;
  open: boolean;
  onClose?: () => void;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const { title, open, onClose, children, footer } = props;
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog?.open === false) dialog.showModal();
    if (!open && dialog?.open === true) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className="kern-dialog"
      aria-label={title}
      onCancel={(event) => {
        if (!onClose) event.preventDefault();
      }}
      onClose={onClose}
    >
      <header className="kern-dialog__header">
        <h2 className="kern-title kern-title--large">{title}</h2>
      </header>
      <section className="kern-dialog__body stack">{children}</section>
      {footer === undefined ? null : <footer className="kern-dialog__footer">{footer}</footer>}
    </dialog>
  );
}
