import { Form, Link } from 'react-router';

import { TextArea } from '#app/forms/fields.tsx';
import type { ReasonCode } from '#app/legal-requests/reasons.ts';
import { locales, type Locale } from '#app/text/catalogue.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { CannedTextRow } from './canned-texts.server.ts';

import '#app/review/review.css';
import './messages.css';

interface PageRow {
  code: ReasonCode;
  words: string;
  /** Null while the catalogue's words stand. */
  changed: CannedTextRow | null;
}

interface PageProps {
  language: Locale;
  rows: readonly PageRow[];
  saved: ReasonCode | null;
}

/** The provider's standard words for each reason, one language at a time. */
export function CannedTextsPage({ language, rows, saved }: PageProps) {
  const t = useText();
  const { canned: text, languages } = t.messages;
  return (
    <div className="desk">
      <PageMain>
        <PageHeading>{text.title}</PageHeading>
        <p>{text.intro}</p>
        <nav className="tab-row" aria-label={text.language}>
          {locales.map((one) => (
            <Link
              key={one}
              to={`/desk/texts?language=${one}`}
              aria-current={one === language ? 'true' : undefined}
            >
              {languages[one]}
            </Link>
          ))}
        </nav>
        {saved === null ? null : <Alert tone="success" title={text.saved} announce />}
        <div className="canned-texts">
          {rows.map((row) => (
            <CannedRow
              key={`${language}-${row.code}-${row.words}`}
              row={row}
              language={language}
              isOpen={row.code === saved}
            />
          ))}
        </div>
      </PageMain>
    </div>
  );
}

function CannedRow({ row, language, isOpen }: { row: PageRow; language: Locale; isOpen: boolean }) {
  const t = useText();
  const locale = useLocale();
  const { canned: text } = t.messages;
  const { code, words, changed } = row;
  return (
    <details open={isOpen}>
      <summary>
        {t.legalRequests.reasons[code].title}{' '}
        <span className="muted">
          {changed
            ? text.changed(changed.changedByName, formatDateTime(changed.changedAt, locale))
            : text.isDefault}
        </span>
      </summary>
      <Form method="post" className="stack stack--small" preventScrollReset>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="locale" value={language} />
        <TextArea
          id={`canned-${code}`}
          name="text"
          rows={5}
          maxLength={4000}
          label={text.text}
          lang={language}
          defaultValue={words}
        />
        <ButtonRow>
          <Button type="submit" name="intent" value="save">
            {text.save}
          </Button>
          {changed ? (
            <Button type="submit" weight="tertiary" name="intent" value="reset">
              {text.reset}
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
    </details>
  );
}
