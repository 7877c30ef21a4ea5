import { useId, useState, type KeyboardEvent } from 'react';

import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

type ToolbarProps = {
  page: number;
  pages: number;
  zoom: number;
  onPage: (page: number) => void;
  onZoom: (zoom: number) => void;
};

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** Pages and zoom. The number of the page can be typed; Enter or leaving the field turns to it. */
export function DocumentToolbar({ page, pages, zoom, onPage, onZoom }: ToolbarProps) {
  const { viewer } = useText().uploads;
  const smaller = zooms.filter((step) => step < zoom).at(-1);
  const larger = zooms.find((step) => step > zoom);
  return (
    <div className="document-toolbar row">
      {pages > 1 ? (
        <div className="row">
          <Button weight="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {viewer.previous}
          </Button>
          <PageField key={page} page={page} pages={pages} onPage={onPage} />
          <Button weight="tertiary" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {viewer.next}
          </Button>
        </div>
      ) : null}
      <div className="row">
        <Button weight="tertiary" disabled={smaller === undefined} onClick={() => onZoom(smaller ?? zoom)}>
          {viewer.zoomOut}
        </Button>
        <span aria-live="polite">{viewer.zoom(Math.round(zoom * 100))}</span>
        <Button weight="tertiary" disabled={larger === undefined} onClick={() => onZoom(larger ?? zoom)}>
          {viewer.zoomIn}
        </Button>
      </div>
    </div>
  );
}

function PageField({ page, pages, onPage }: Pick<ToolbarProps, 'page' | 'pages' | 'onPage'>) {
  const { viewer } = useText().uploads;
  const id = useId();
  const [typed, setTyped] = useState(String(page));
  const turn = () => {
    const wanted = Number(typed);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
    else setTyped(String(page));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    turn();
  };
  return (
    <span className="row">
      <label htmlFor={id}>{viewer.page}</label>
      <input
        id={id}
        className="kern-form-input__input document-toolbar__page"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={turn}
      />
      <span>{viewer.of(pages)}</span>
    </span>
  );
}
