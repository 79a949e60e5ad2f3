/** An instance of a dataclass as the format writes it: its name is the first or last field. */
export class DataclassRecord {
  readonly name: string;
  readonly fields: Readonly<Record<string, Value>>;

  constructor(name: string, fields: Readonly<Record<string, Value>>) {
    this.name = name;
    this.fields = fields;
  }
}

export type Value = DataclassRecord | readonly Value[] | string | number | null;
