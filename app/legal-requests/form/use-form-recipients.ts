import { useMemo } from 'react';

import { deskRecipients } from '#app/accounts/sealing-keys.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import { useEditedForm } from './edit-context.tsx';

/**
 * To whom form and files are sealed: first the provider, then the agency, if it has a key. Empty while nothing may be sealed.
 */
export function useFormRecipients(): readonly Recipient[] {
  const { registration } = useEditedForm().facts;
  const keys = useSealingKeys();
  return useMemo(() => {
    if (keys.state !== 'ready') return [];
    if (registration === null) return keys.recipients;
    return deskRecipients(keys, registration.agencyKey) ?? [];
  }, [keys, registration]);
}
