import { FieldsPage } from '#app/transparency/fields-page.tsx';

/** What the downloads contain. */
export default function TransparencyFields() {
  return <FieldsPage />;
}
