import * as React from 'react';
import type { FailureCard as Card } from './card.tsx';
import { useServices } from '../shared/services.ts';

/** Whoever never asks why a cell failed never fetches the answer's part. */
export const FailureCard = React.lazy<typeof Card>(async () => {
  try {
    return { default: (await import('./card.tsx')).FailureCard };
  } catch {
    return { default: NotLoaded };
  }
});

/** The server is gone, or has another version than the page. */
function NotLoaded(props: Card.IProps): JSX.Element {
  const { trans } = useServices();
  return (
    <section className="jp-KaptainRegistry-card" data-state="unknown" aria-label={trans.__('Why did this cell fail?')}>
      <h2>{props.failure.headline}</h2>
      <p>{trans.__('The rest of the answer could not be loaded. Reload the page.')}</p>
    </section>
  );
}
