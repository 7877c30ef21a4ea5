import { notFound } from '#app/domain-error.ts';
import { answerPage } from '#app/middleware/answers.server.ts';

/** Whatever address there is none for: 404 in the layout of the portal. */
export function loader() {
  return answerPage(() => Promise.reject(notFound()));
}

export const action = loader;

export default function NotFoundPage() {
  return null;
}
