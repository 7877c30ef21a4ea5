import { useState } from 'react';

import { SelectField } from '#app/forms/fields.tsx';
import { reasonCodes } from '#app/legal-requests/reasons.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

interface PickerProps {
  /** Words by reason, in the agency's language. */
  canned: ReadonlyMap<string, string>;
  agencyLocale: Locale;
  onInsert: (words: string) => void;
}

/** Standard words for a reason, put into the text with one click. */
export function CannedTextPicker({ canned, agencyLocale, onInsert }: PickerProps) {
  const t = useText();
  const { write: text, languages } = t.messages;
  const [code, setCode] = useState('');
  return (
    <div className="canned-picker">
      <SelectField
        id="canned-text"
        label={text.canned}
        hint={text.cannedHint(languages[agencyLocale])}
        emptyLabel={text.chooseCanned}
        value={code}
        choices={reasonCodes.map((value) => ({ value, label: t.legalRequests.reasons[value].title }))}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button weight="secondary" disabled={code === ''} onClick={() => onInsert(canned.get(code) ?? '')}>
        {text.insert}
      </Button>
    </div>
  );
}
