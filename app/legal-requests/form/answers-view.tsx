import type { ReactNode } from 'react';

import { formOf } from '#app/legal-requests/categories/categories.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import {
  applicableSections,
  type Field,
  type FormContext,
  type Section,
} from '#app/legal-requests/sections.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { SummaryList } from '#app/ui/page.tsx';

import { answerText } from './answer-text.ts';
import { fieldWords } from './field-text.ts';

type AnswersViewProps = {
  answers: Answers;
  context: FormContext;
  /** Stands for the answer to "attachments". */
  files: ReactNode;
  /** Beside a section's title, for instance a link to change it. */
  action?: (section: Section) => ReactNode;
  /** Of the sections: one below what stands above them on the page. */
  heading?: 'h2' | 'h3';
};

/** All answers, section by section. What people typed is shown as text, with its line breaks. */
export function AnswersView({ answers, context, files, action, heading: Heading = 'h3' }: AnswersViewProps) {
  const t = useText();
  return applicableSections(formOf(answers.category), answers, context).map((section) => (
    <section key={section.key} className="stack stack--small">
      <div className="row row--spread">
        <Heading className="kern-heading-small">{t.legalRequests.sections[section.key].title}</Heading>
        {action?.(section)}
      </div>
      <SummaryList
        items={section.fields.map((field) => ({
          key: field.key,
          label: fieldWords(t, field.key, answers, context).label,
          value:
            field.key === 'attachments' ? (
              files
            ) : (
              <AnswerValue field={field} answers={answers} context={context} />
            ),
        }))}
      />
    </section>
  ));
}

type ValueProps = { field: Field; answers: Answers; context: FormContext };

function AnswerValue({ field, answers, context }: ValueProps) {
  const t = useText();
  const locale = useLocale();
  if (field.key === 'targets' && answers.targets.length > 1)
    return <TargetLines answers={answers} field={field} context={context} />;
  const text = answerText(t, locale, field, answers, context);
  return text === '' ? (
    <span className="muted">{t.requests.check.notGiven}</span>
  ) : (
    <span className="as-typed">{text}</span>
  );
}

function TargetLines({ field, answers, context }: ValueProps) {
  const t = useText();
  const locale = useLocale();
  return (
    <ol className="answer-targets">
      {answerText(t, locale, field, answers, context)
        .split('\n')
        .map((line, row) => (
          <li key={row}>{line}</li>
        ))}
    </ol>
  );
}
