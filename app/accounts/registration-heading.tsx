import type { ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';
import { PageHeading } from '#app/ui/page.tsx';

/** Steps of those who come by themselves: address, code, person, agency, passkey, recovery code. */
const stepCount = 6;

/** Heading of a page of the registration, with how far it is. Invited people skip steps and see no number. */
export function RegistrationHeading({ step, children }: { step: number | null; children: ReactNode }) {
  const t = useText();
  return (
    <PageHeading
      above={step === null ? t.accounts.register.title : t.accounts.register.step(step, stepCount)}
    >
      {children}
    </PageHeading>
  );
}
