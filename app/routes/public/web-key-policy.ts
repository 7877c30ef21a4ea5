/** The policy file that a Web Key Directory must have; empty means "no restrictions" (draft §4.5). */
export function loader() {
  return new Response('', { headers: { 'Content-Type': 'text/plain' } });
}
