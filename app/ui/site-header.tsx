import { Link, NavLink } from 'react-router';

import { SignOutForm } from '#app/accounts/sign-out-form.tsx';
import { locales } from '#app/text/catalogue.ts';
import { useLocale, useText } from '#app/text/text.tsx';

export type MenuEntry =
  | 'requests'
  | 'colleagues'
  | 'account'
  | 'queue'
  | 'costs'
  | 'agencies'
  | 'staff'
  | 'texts'
  | 'report'
  | 'keys'
  | 'audit';

/** Where each entry of the menu leads; a person's first entry is their home. */
export const menuAddresses: Record<MenuEntry, string> = {
  requests: '/requests',
  colleagues: '/colleagues',
  queue: '/desk',
  costs: '/desk/costs',
  agencies: '/desk/agencies',
  staff: '/desk/staff',
  texts: '/desk/texts',
  report: '/desk/report',
  keys: '/desk/keys',
  audit: '/desk/audit',
  account: '/account',
};

interface HeaderProps {
  providerName: string;
  /** Null for nobody; undefined where it is not known, on a page that says that something may not be done. */
  person: { name: string; teamName: string } | null | undefined;
  menu: readonly MenuEntry[];
}

/** Name of the portal, language, who is signed in; below it the menu of a person's role. */
export function SiteHeader({ providerName, person, menu }: HeaderProps) {
  const t = useText();
  return (
    <>
      <header className="site-header">
        <div className="page-frame site-header__bar">
          <Link to="/" className="site-header__name">
            <img src="/icon.svg" alt="" className="site-header__mark" width="32" height="32" />
            <span>
              {t.layout.product} <span className="site-header__provider">{providerName}</span>
            </span>
          </Link>
          <div className="row">
            <Link className="kern-link site-header__report" to="/transparency">
              {t.layout.footerLinks.transparency}
            </Link>
            <LanguageForm />
            {person ? <SignedIn {...person} /> : null}
            {person === null ? (
              <Link className="kern-link" to="/sign-in">
                {t.layout.signIn}
              </Link>
            ) : null}
          </div>
        </div>
      </header>
      {menu.length === 0 ? null : <SiteMenu menu={menu} />}
    </>
  );
}

function SignedIn({ name, teamName }: { name: string; teamName: string }) {
  const t = useText();
  return (
    <div className="row site-header__person">
      <span className="muted" title={t.layout.signedInAs(name)}>
        {name} · {teamName}
      </span>
      <SignOutForm />
    </div>
  );
}

function SiteMenu({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useText();
  return (
    <nav className="site-nav" aria-label={t.layout.navigation}>
      <ul className="page-frame">
        {menu.map((entry) => (
          <li key={entry}>
            <NavLink to={menuAddresses[entry]} end={entry === 'queue'}>
              {t.layout.menu[entry]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Works without scripts: a form with a button a language. */
function LanguageForm() {
  const t = useText();
  const current = useLocale();
  return (
    <form method="post" action="/language" className="language-form" aria-label={t.layout.language}>
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          title={t.layout.languageNames[locale]}
          aria-label={`${locale.toUpperCase()} – ${t.layout.languageNames[locale]}`}
          aria-current={locale === current}
        >
          {locale.toUpperCase()}
        </button>
      ))}
    </form>
  );
}
