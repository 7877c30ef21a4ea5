import { Form, Link } from 'react-router';

import { TextArea } from '#app/forms/fields.tsx';
import { locales } from '#app/text/catalogue.ts';
import { errorText } from '#app/text/error-text.ts';
import { formatDate, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';

import { maxNoteCharacters, maxWordsCharacters } from './edition.ts';
import { ReportBody } from './report-body.tsx';
import type { ReportDraft } from './report-desk.server.ts';

interface PageProps {
  draft: ReportDraft;
  isSaved: boolean;
  /** What is in the way of the last change. */
  code: string | null;
}

/** Words, preview, and the two steps of publishing. */
export function ReportEditorPage({ draft, isSaved, code }: PageProps) {
  const t = useText();
  const { editor } = t.transparency;
  const { year, proposal, unclassified, isRunning, report } = draft;
  return (
    <PageMain>
      <PageHeading
        above={
          <Link className="kern-link" to="/desk/report">
            {editor.title}
          </Link>
        }
      >
        {editor.yearTitle(String(year))}
      </PageHeading>
      {code === null ? null : (
        <Alert tone="danger" title={t.errors.titles.failed} announce>
          <p>{errorText(t, code)}</p>
        </Alert>
      )}
      {isSaved && code === null ? <Alert tone="success" title={editor.saved} announce /> : null}
      {unclassified === 0 ? null : (
        <Alert tone="warning" title={editor.unclassified.title(String(unclassified))}>
          <p>{editor.unclassified.text}</p>
          {draft.canClassify ? (
            <Link className="kern-link" to="/desk/arrivals">
              {editor.unclassified.link}
            </Link>
          ) : (
            <p>{editor.unclassified.byWhom}</p>
          )}
        </Alert>
      )}
      {isRunning ? <p>{editor.isRunning}</p> : null}
      {proposal === null ? <WordsForm draft={draft} /> : <Waiting draft={draft} />}
      <Editions draft={draft} />
      <Panel title={editor.preview}>
        <p className="muted">{proposal === null ? editor.previewLead : editor.proposedLead}</p>
        <ReportBody report={report} />
      </Panel>
    </PageMain>
  );
}

function WordsForm({ draft }: { draft: ReportDraft }) {
  const { editor } = useText().transparency;
  const { words, note, rowVersion, nextVersion } = draft;
  return (
    <>
      <Form method="post" className="stack" key={rowVersion}>
        <input type="hidden" name="version" value={rowVersion} />
        <h2 className="kern-heading-medium">{editor.wordsTitle}</h2>
        <p className="muted">{editor.wordsHint}</p>
        {locales.map((locale) => (
          <TextArea
            key={locale}
            id={`words-${locale}`}
            name={`words_${locale}`}
            rows={8}
            maxLength={maxWordsCharacters}
            lang={locale}
            label={editor.words[locale]}
            defaultValue={words[locale]}
          />
        ))}
        {nextVersion === 1 ? null : (
          <>
            <h2 className="kern-heading-medium">{editor.noteTitle}</h2>
            <p className="muted">{editor.noteHint}</p>
            {locales.map((locale) => (
              <TextArea
                key={locale}
                id={`note-${locale}`}
                name={`note_${locale}`}
                rows={3}
                maxLength={maxNoteCharacters}
                lang={locale}
                label={editor.note[locale]}
                defaultValue={note[locale]}
              />
            ))}
          </>
        )}
        <ButtonRow>
          <Button type="submit" weight="secondary" name="intent" value="save">
            {editor.save}
          </Button>
        </ButtonRow>
      </Form>
      <Panel title={editor.publishTitle}>
        <p>{editor.proposeHint}</p>
        <Form method="post">
          <input type="hidden" name="version" value={rowVersion} />
          <Button type="submit" name="intent" value="propose">
            {editor.propose(String(nextVersion))}
          </Button>
        </Form>
      </Panel>
    </>
  );
}

function Waiting({ draft }: { draft: ReportDraft }) {
  const { editor } = useText().transparency;
  const locale = useLocale();
  const { proposal } = draft;
  if (proposal === null) return null;
  const { waiting } = editor;
  const { approvalId, mayConfirm, proposedByName, proposedAt, needs } = proposal;
  return (
    <Panel title={waiting.title}>
      <p>{waiting.text(proposedByName, formatDateTime(proposedAt, locale))}</p>
      <p>{mayConfirm ? editor.confirmHint : waiting.needsOther[needs]}</p>
      <Form method="post">
        <input type="hidden" name="approvalId" value={approvalId} />
        <ButtonRow>
          {mayConfirm ? (
            <Button type="submit" name="intent" value="confirm">
              {editor.confirm}
            </Button>
          ) : null}
          <Button type="submit" weight="secondary" name="intent" value="set_aside">
            {editor.setAside}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function Editions({ draft }: { draft: ReportDraft }) {
  const { editor, downloads } = useText().transparency;
  const locale = useLocale();
  const { editions, year } = draft;
  if (editions.length === 0) return null;
  return (
    <Panel title={editor.published}>
      <ul className="plain-bullets">
        {editions.map(({ version, publishedAt, isRebuilt }) => (
          <li key={version}>
            <Link className="kern-link" to={`/transparency/${year}/${version}`}>
              {downloads.version(String(version), formatDate(publishedAt, locale))}
            </Link>
            <br />
            {isRebuilt === false ? <strong>{editor.notRebuilt}</strong> : editor.rebuilt}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
