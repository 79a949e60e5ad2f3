/** An instance of one of the format's dataclasses, as it is written: the name is one of the fields, first or last. */
export class DataclassRecord {
  readonly name: string;
  readonly fields: Readonly<Record<string, Value>>;

  constructor(name: string, fields: Readonly<Record<string, Value>>) {
    this.name = name;
    this.fields = fields;
  }
}

export type Value = DataclassRecord | readonly Value[] | string | number | null;
