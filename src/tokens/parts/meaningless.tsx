import { meaninglessReason } from '../text/units.ts';

/** For a score in a table, with the reason in a `MeaninglessNote` below. */
export function MeaninglessMark() {
  return (
    <>
      <span class="meaningless-mark" aria-hidden="true">
        *
      </span>
      <span class="sr-only">, {meaninglessReason()}</span>
    </>
  );
}

export function MeaninglessNote() {
  return (
    <p class="dim meaningless-note" aria-hidden="true">
      * {meaninglessReason()}
    </p>
  );
}
