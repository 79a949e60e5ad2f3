import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: number | null;
  readonly placeholder: string;
  readonly change: (value: string) => void;
  readonly step?: number;
  readonly limits?: readonly [low: number, high: number];
}

/** A field for a number. Reports the typed text on Enter and on blur. */
export function NumberField({ label, value, placeholder, change, step, limits }: Props) {
  // Without it, what is typed would be lost when the page draws the field again.
  const [typed, type] = useState<string | null>(null);
  return (
    <input
      type="number"
      class="input number-field"
      aria-label={label}
      step={step ?? 'any'}
      min={limits?.[0]}
      max={limits?.[1]}
      placeholder={placeholder}
      value={typed ?? value ?? ''}
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => type(null)}
      // Not on input: the first digit of a number is another number.
      onChange={({ currentTarget }) => {
        type(null);
        change(currentTarget.value);
      }}
    />
  );
}
