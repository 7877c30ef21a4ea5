import { useEffect, useState } from 'react';

import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { manifestSha256 } from '#app/sealing/manifest.ts';
import type { Receipt } from '#app/sealing/receipt.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { SummaryList } from '#app/ui/page.tsx';
import { saveTextFile } from './save-text-file.client.ts';

type ReceiptViewProps = {
  receipt: Receipt;
  submittedBy: string | null;
  category: Category;
  fileNumber: string;
  /** Raw Ed25519 key, base64url. */
  serverKey: string;
};

/** What a receipt says, what it proves, and the receipt itself as a file. */
export function ReceiptView({ receipt, submittedBy, category, fileNumber, serverKey }: ReceiptViewProps) {
  const t = useText();
  const locale = useLocale();
  const hash = useManifestHash(receipt);
  const texts = t.requests.receipt;
  const { manifest } = receipt;
  const save = () =>
    saveTextFile(
      `${receipt.reference}-${manifest.revision}.json`,
      'application/json',
      `${JSON.stringify(receipt, null, 2)}\n`,
    );
  return (
    <>
      <SummaryList
        items={[
          { key: 'reference', label: texts.reference, value: <strong>{receipt.reference}</strong> },
          { key: 'at', label: texts.submittedAt, value: formatDateTime(receipt.submittedAt, locale) },
          { key: 'by', label: texts.submittedBy, value: submittedBy ?? t.requests.page.by.provider },
          { key: 'category', label: texts.category, value: t.legalRequests.categories[category].name },
          { key: 'fileNumber', label: texts.fileNumber, value: fileNumber },
          { key: 'revision', label: texts.revision, value: String(manifest.revision) },
          { key: 'files', label: texts.files, value: texts.fileCount(manifest.files.length) },
          { key: 'hash', label: texts.manifest, value: <span className="fingerprint">{hash}</span> },
        ]}
      />
      <ButtonRow>
        <Button onClick={save}>{texts.download}</Button>
        <Button weight="secondary" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </ButtonRow>
      <section className="stack stack--small">
        <h2 className="kern-heading-small">{texts.provesTitle}</h2>
        <ul>
          {texts.proves.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
        <p>{texts.provesHow}</p>
        <p>
          {texts.serverKey}: <span className="fingerprint">{serverKey}</span>
        </p>
      </section>
    </>
  );
}

/** Reckoned here from what was signed, not taken from the server. */
function useManifestHash({ manifest }: Receipt): string {
  const [hash, setHash] = useState('');
  useEffect(() => {
    void manifestSha256(manifest).then(setHash);
  }, [manifest]);
  return hash;
}
