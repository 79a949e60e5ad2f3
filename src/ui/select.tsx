interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly choose: (value: T) => void;
  readonly title?: string | undefined;
  /** Without a border and a visible label: the options say what they are about. */
  readonly quiet?: boolean;
}

export interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly disabled?: boolean;
}

/** A drop-down with its label. */
export function Select<T extends string>({
  label,
  value,
  options,
  choose,
  title,
  quiet = false,
}: Props<T>) {
  return (
    <label class="choice" title={title ?? (quiet ? label : undefined)}>
      {!quiet && (
        <span class="choice-name" aria-hidden="true">
          {label}
        </span>
      )}
      <select
        class={quiet ? 'select select-quiet' : 'select'}
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
