import type { Text } from '#app/text/text.tsx';

type Patch<T> = { [K in keyof T]?: T[K] extends string ? string : Patch<T[K]> };

/** The catalogue as the form uses it where staff fills it in: it speaks of the authority, not to it. */
export function registeringText(text: Text): Text {
  const { legalRequests, requests } = text.mailIntake.formWords;
  return {
    ...text,
    legalRequests: withPatch(text.legalRequests, legalRequests),
    requests: withPatch(text.requests, requests),
  };
}

/** What the patch names is replaced, at whatever depth; everything else stays. */
function withPatch<T extends object>(text: T, patch: Patch<T>): T {
  const changed = Object.entries(patch).map(([key, value]) => {
    const before: unknown = text[key as keyof T];
    const isGroup = typeof value === 'object' && value !== null && typeof before === 'object';
    return [key, isGroup && before !== null ? withPatch(before, value) : value];
  });
  return { ...text, ...Object.fromEntries(changed) };
}
