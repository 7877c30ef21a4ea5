import { SelectField } from '#app/forms/fields.tsx';
import { agencyKinds } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';

type CountryAndKindProps = {
  countries: readonly { value: string; label: string }[];
  words: { country: string; kind: string; kindEmpty: string };
  /** What is chosen before anybody changes it. */
  known?: { country?: string | null | undefined; agencyKind?: string | null | undefined };
  valueOf: (name: string, fallback?: string) => string;
  errorOf: (name: string) => string | undefined;
};

/** Where an authority is and what it is, as `country` and `agencyKind` of a form. */
export function CountryAndKind({ countries, words, known = {}, valueOf, errorOf }: CountryAndKindProps) {
  const { agencyKinds: names } = useText().accounts;
  return (
    <>
      <SelectField
        id="country"
        name="country"
        label={words.country}
        choices={countries}
        defaultValue={valueOf('country', known.country ?? undefined)}
        error={errorOf('country')}
      />
      <SelectField
        id="agencyKind"
        name="agencyKind"
        label={words.kind}
        emptyLabel={words.kindEmpty}
        choices={agencyKinds.map((kind) => ({ value: kind, label: names[kind] }))}
        defaultValue={valueOf('agencyKind', known.agencyKind ?? undefined)}
        error={errorOf('agencyKind')}
      />
    </>
  );
}
