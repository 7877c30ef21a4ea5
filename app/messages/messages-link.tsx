import { useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Badge } from '#app/ui/page.tsx';

import './messages.css';

/** The way to the messages, with what is new and whether the other side waits. */
export function MessagesLink(props: { to: string; unreadCount: number; isAsked: boolean }) {
  const t = useText();
  const { to, unreadCount, isAsked } = props;
  return (
    <section className="row messages-link">
      <ButtonLink to={to} weight="secondary">
        {t.messages.open}
      </ButtonLink>
      {unreadCount > 0 ? <Badge tone="success">{t.messages.unread(unreadCount)}</Badge> : null}
      {isAsked ? <Badge tone="warning">{t.messages.intents.asks}</Badge> : null}
    </section>
  );
}
