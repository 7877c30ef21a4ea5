import { Link } from 'react-router';

import { useText } from '#app/text/text.tsx';

export function SiteFooter({ demo }: { demo: boolean }) {
  const t = useText();
  const { footerLinks } = t.layout;
  return (
    <footer className="site-footer">
      <nav className="page-frame" aria-label={t.layout.footer}>
        <ul>
          <li>
            <Link to="/transparency">{footerLinks.transparency}</Link>
          </li>
          <li>
            <Link to="/trust">{footerLinks.trust}</Link>
          </li>
          <li>
            <Link to="/key">{footerLinks.key}</Link>
          </li>
          <li>
            <Link to="/accessibility">{footerLinks.accessibility}</Link>
          </li>
          <li>
            <Link to="/imprint">{footerLinks.imprint}</Link>
          </li>
          <li>
            <Link to="/privacy">{footerLinks.privacy}</Link>
          </li>
          {demo ? (
            <li>
              <Link to="/dev/mail">{footerLinks.demoMail}</Link>
            </li>
          ) : null}
        </ul>
      </nav>
    </footer>
  );
}
