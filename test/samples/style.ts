import type { StyleName } from './plan.ts';
import { DataclassRecord, type Value } from './record.ts';
import { round4 } from './round.ts';

interface Style {
  readonly nameFirst: boolean;
  readonly comma: string;
  readonly colon: string;
  readonly ascii: boolean;
  readonly number: (value: number) => string;
  readonly end: string;
}

const released: Style = {
  nameFirst: false,
  comma: ',',
  colon: ':',
  ascii: false,
  number: (value) => (Number.isFinite(value) ? String(value) : 'null'),
  end: '\n',
};

/** Styles of released files. The second generation differs only in its fields. */
const styles: Readonly<Record<StyleName, Style>> = {
  released,
  secondGeneration: released,
  public: {
    nameFirst: true,
    comma: ', ',
    colon: ': ',
    ascii: true,
    number: (value) => (Number.isFinite(value) ? String(round4(value)) : 'null'),
    end: '',
  },
  python: { ...released, comma: ', ', colon: ': ', ascii: true, number: String },
};

/** The text of a file: one line. */
export function write(value: Value, styleName: StyleName): string {
  const style = styles[styleName];
  return writeValue(value, style) + style.end;
}

function writeValue(value: Value, style: Style): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return style.number(value);
  if (typeof value === 'string') return writeString(value, style);
  if (value instanceof DataclassRecord) {
    const name = ['dataclass_name', value.name] as const;
    const fields = Object.entries(value.fields);
    const entries = style.nameFirst ? [name, ...fields] : [...fields, name];
    const written = entries.map(
      ([key, field]) => writeString(key, style) + style.colon + writeValue(field, style),
    );
    return `{${written.join(style.comma)}}`;
  }
  return `[${value.map((item) => writeValue(item, style)).join(style.comma)}]`;
}

function writeString(text: string, style: Style): string {
  const json = JSON.stringify(text);
  if (!style.ascii) return json;
  return json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
