import { useMemo } from 'react';
import { Link } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { Badge, type Tone } from '#app/ui/page.tsx';

import { useCheckedAnswers, useEditedForm } from './edit-context.tsx';
import { fieldToCorrect } from './findings.ts';
import { isDone, sectionProgress, type SectionProgress } from './section-progress.ts';

const tones: Record<SectionProgress['state'], Tone> = {
  not_started: 'info',
  incomplete: 'info',
  optional: 'info',
  uploading: 'info',
  complete: 'success',
  faulty: 'danger',
  finding: 'warning',
};

/** GOV.UK's task list: the whole form at a glance. */
export function SectionList() {
  const t = useText();
  const { sections, context, attachments, findings, isCorrected } = useEditedForm();
  const { answers, checks } = useCheckedAnswers();
  const progress = useMemo(() => {
    const open = findings.filter((finding) => !isCorrected(finding));
    const openFindings = new Set(open.flatMap((finding) => fieldToCorrect(finding, answers) ?? []));
    return sectionProgress({ sections, answers, context, attachments, checks, openFindings });
  }, [sections, answers, context, attachments, checks, findings, isCorrected]);
  const texts = t.requests.taskList;
  return (
    <section className="stack stack--small">
      <h2 className="kern-heading-medium">{texts.sections}</h2>
      <p className="muted">{texts.progress(progress.filter(isDone).length, progress.length)}</p>
      <ol className="task-list plain-list">
        {progress.map(({ section, state }) => (
          <li key={section.key}>
            <Link to={section.key} className="kern-link" aria-describedby={`state-${section.key}`}>
              {t.legalRequests.sections[section.key].title}
            </Link>
            <span id={`state-${section.key}`}>
              {state === 'not_started' || state === 'optional' ? (
                <span className="muted">{texts.states[state]}</span>
              ) : (
                <Badge tone={tones[state]}>{texts.states[state]}</Badge>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
