import { meaninglessReason } from '../text/units.ts';

/** Stands after a score in a table; the reason is below it, in a `MeaninglessNote`. */
export function MeaninglessMark() {
  return (
    <>
      <span class="meaningless-mark" aria-hidden="true">
        *
      </span>
      <span class="sr-only">, {meaninglessReason}</span>
    </>
  );
}

export function MeaninglessNote() {
  return (
    <p class="dim meaningless-note" aria-hidden="true">
      * {meaninglessReason}
    </p>
  );
}
