interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly choose: (value: T) => void;
  readonly title?: string | undefined;
}

export interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly disabled?: boolean;
}

/** A drop-down with its label. */
export function Select<T extends string>({ label, value, options, choose, title }: Props<T>) {
  return (
    <label class="choice" title={title}>
      <span class="choice-name" aria-hidden="true">
        {label}
      </span>
      <select
        class="select"
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) choose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
