import { useState, type ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Dialog } from '#app/ui/page.tsx';

interface ConfirmButtonProps {
  label: string;
  /** What the button in the dialog says, where it is not the same. */
  action?: string;
  title: string;
  children: ReactNode;
  busy: boolean;
  /** `tertiary` where many stand in one list. */
  weight?: 'secondary' | 'tertiary';
  onConfirm: () => void;
}

/** A button for what cannot be taken back at once: says what will happen and asks again. */
export function ConfirmButton({
  label,
  action = label,
  title,
  children,
  busy,
  weight = 'secondary',
  onConfirm,
}: ConfirmButtonProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button weight={weight} busy={busy} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} open={isOpen} onClose={() => setOpen(false)}>
        {/* A list has many of these; what they say may be long. */}
        {isOpen ? children : null}
        <ButtonRow>
          <Button
            onClick={() => {
              setOpen(false);
              onConfirm();
            }}
          >
            {action}
          </Button>
          <Button weight="secondary" onClick={() => setOpen(false)}>
            {t.layout.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}
