import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface Props {
  readonly reason: string;
  readonly detail: string;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** In place of the content of a page: what is wrong, and what to do. */
export function Failure({ reason, detail, children }: Props) {
  return (
    <section class="failure" aria-labelledby="failure-reason">
      <Icon name="error" class="failure-icon severity-error" />
      <h2 id="failure-reason">{reason}</h2>
      {detail !== '' && <p class="failure-detail">{detail}</p>}
      {children}
    </section>
  );
}
