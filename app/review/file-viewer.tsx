import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import type { ManifestFile } from '#app/sealing/manifest.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

interface FileViewerProps {
  signed: ManifestFile;
  file: SealedForm['files'][number];
  onClose: () => void;
}

/** One attachment beside the form. */
export function FileViewer({ file, onClose }: FileViewerProps) {
  const t = useText();
  return (
    <section className="panel stack" aria-label={t.desk.files.viewer(file.name)}>
      <p>{file.name}</p>
      <div>
        <Button weight="tertiary" onClick={onClose}>
          {t.desk.files.close}
        </Button>
      </div>
    </section>
  );
}
