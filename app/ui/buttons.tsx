import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';

type Weight = 'primary' | 'secondary' | 'tertiary';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  weight?: Weight;
  /** Under way: not clickable, and said so. */
  busy?: boolean;
  children: ReactNode;
}

/** A button; `type="button"` unless told, so that nothing is posted by accident. */
export function Button({
  weight = 'primary',
  busy = false,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`kern-btn kern-btn--${weight}`}
      aria-busy={busy}
      disabled={rest.disabled === true || busy}
    >
      <span className="kern-label">{children}</span>
    </button>
  );
}

/** A link that looks like a button, for the next step on another page. */
export function ButtonLink({
  to,
  weight = 'primary',
  children,
}: {
  to: string;
  weight?: Weight;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={`kern-btn kern-btn--${weight}`}>
      <span className="kern-label">{children}</span>
    </Link>
  );
}

/** Buttons beside each other, the main one first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="row no-print">{children}</div>;
}
