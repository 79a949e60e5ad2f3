import assert from 'node:assert/strict';
import { FormatError } from '../../../src/format/errors.ts';
import { locate, locateAll } from '../../../src/format/locate.ts';
import { type JsonPath, parsePythonJson } from '../../../src/format/pythonJson.ts';

/** What the slow way makes of a text: the literal before it is none of JSON. */
function parseSlowly(text: string): unknown {
  const [marker, value] = parsePythonJson(`[NaN,${text}]`) as unknown[];
  assert.ok(Number.isNaN(marker));
  return value;
}

function faultOf(text: string): FormatError {
  try {
    parsePythonJson(text);
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    return error;
  }
  return assert.fail(`${text} was parsed`);
}

describe('parsePythonJson', () => {
  it('reads JSON like JSON.parse, with and without literals of Python', () => {
    const texts = [
      ...[
        'true',
        'false',
        'null',
        '0',
        '-0',
        '12',
        '-3.25',
        '1e5',
        '2E-3',
        '1.5e+10',
        '1e400',
        '987',
        '-9.5',
      ],
      ...['""', '"a"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\u0041\\ud83d\\udea2"', '"\\uD83D"'],
      ...['"🚢\u2028\u007f"', '[]', '[ ]', '[[],[1,[2]]]', '{}', '{\n}', '{"a":{"b":[1]},"":null}'],
      ...[' \t\r\n{ "a" :\n[ 1 , 2 ] } \n', '{"10":1,"9":2}', '123456789012345678901'],
    ];
    for (const text of texts) {
      assert.deepEqual(parsePythonJson(text), JSON.parse(text), text);
      assert.deepEqual(parseSlowly(text), JSON.parse(text), text);
    }
  });

  it('reads NaN, Infinity and -Infinity', () => {
    assert.deepEqual(parsePythonJson('[NaN, Infinity ,-Infinity]'), [NaN, Infinity, -Infinity]);
    assert.deepEqual(parsePythonJson('{"a":NaN}'), { a: NaN });
    assert.equal(parsePythonJson(' NaN\n'), NaN);
  });

  it('leaves such words in strings unchanged', () => {
    assert.deepEqual(parsePythonJson('{"NaN":"Infinity","a":[NaN]}'), {
      NaN: 'Infinity',
      a: [NaN],
    });
  });

  it('takes the last value of a repeated key', () => {
    assert.deepEqual(parsePythonJson('{"a":1,"b":2,"a":3}'), { a: 3, b: 2 });
    assert.deepEqual(parsePythonJson('{"a":1,"b":NaN,"\\u0061":3}'), { a: 3, b: NaN });
  });

  it('treats __proto__ like any field', () => {
    for (const text of ['{"__proto__":{"x":1}}', '{"__proto__":{"x":1},"n":NaN}']) {
      const value = parsePythonJson(text) as object;
      assert.ok(Object.hasOwn(value, '__proto__'), text);
      assert.equal(Object.getPrototypeOf(value), Object.prototype, text);
      assert.equal((value as { x?: number }).x, undefined, text);
    }
  });

  it('refuses what Python’s json.loads refuses', () => {
    const texts = [
      ...['', ' ', '{', '[', '"', '[1,]', '[,]', '[1 2]', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}'],
      ...["{'a':1}", '{1:2}', '01', '1.', '.5', '+1', '--1', '-', '1e', '0x10', '1_000', '١'],
      ...['nan', '-NaN', 'inf', 'Inf', '-infinity', 'NaNNaN', 'True', 'None', 'nul', 'truefalse'],
      ...['"\n"', '"\t"', '"\u0000"', '"\\a"', '"\\x41"', '"\\u12"', '"\\u 12a"', '"\\u+123"'],
      ...['[] []', '1 2', '{}}', ']', '// c\n1', '\ufeff1', '\u00a01', '[1]\u2028', '\f1', 'a,b'],
    ];
    for (const text of texts) assert.equal(faultOf(text).name, 'FormatError', JSON.stringify(text));
  });

  it('reports the position, what was expected and what was found', () => {
    const expected: [string, number, string][] = [
      [
        '',
        0,
        'line 1, column 1: expected a value, found the end of the text; the file may be truncated',
      ],
      ['[1,\n  x]', 6, 'line 2, column 3: expected a value, found a letter'],
      ['{"a":1 "b":2}', 7, `line 1, column 8: expected ',' or '}', found '"'`],
      ['[1 2]', 3, `line 1, column 4: expected ',' or ']', found a digit`],
      ['{"a" 1}', 5, `line 1, column 6: expected ':', found a digit`],
      [
        '{\n\n a: 1}',
        4,
        'line 3, column 2: expected a field name in double quotes, found a letter',
      ],
      ['[] tail', 3, 'line 1, column 4: expected the end of the text, found a letter'],
      ['["\\x41 "]', 2, `line 1, column 3: expected a valid JSON escape, found '\\'`],
      [
        '["a\nb"]',
        3,
        'line 1, column 4: expected an escaped control character, found the character U+000A',
      ],
      [
        '[1',
        2,
        `line 1, column 3: expected ',' or ']', found the end of the text; the file may be truncated`,
      ],
      ["{'a':1}", 1, `line 1, column 2: expected a field name in double quotes, found "'"`],
      ['[\u00a01]', 1, 'line 1, column 2: expected a value, found the character U+00A0'],
      ['[🚢]', 1, 'line 1, column 2: expected a value, found the character U+1F6A2'],
    ];
    for (const [text, offset, reason] of expected) {
      const fault = faultOf(text);
      assert.equal(fault.reason, `invalid JSON at ${reason}`);
      assert.equal(fault.offset, offset, text);
    }
  });

  it('reports the start of an unterminated string, also after a truncated escape', () => {
    for (const tail of ['', 'abc', '\\', '\\u', '\\u12a']) {
      const fault = faultOf(`[1,\n "${tail}`);
      assert.equal(
        fault.reason,
        'invalid JSON: the string that starts at line 2, column 2 has no end; the file may be truncated',
      );
      assert.equal(fault.offset, 5);
    }
  });

  it('distinguishes a truncated escape from a wrong one', () => {
    assert.match(faultOf('["\\u12a').reason, /has no end/);
    assert.match(faultOf('["\\u12ag').reason, /expected a valid JSON escape/);
  });

  it('fails wherever a text is truncated', () => {
    const text = '{"a":[1.5,NaN,{"b":"c\\u0041"},true],"d":-Infinity}';
    for (let end = 0; end < text.length; end++) {
      const { offset } = faultOf(text.slice(0, end));
      assert.ok(offset !== undefined && offset <= end, `cut at ${end}: ${offset}`);
    }
  });

  it('reads 500 levels, and refuses more', () => {
    const nested = (levels: number, inner: string) =>
      '[{"a":'.repeat(levels / 2) + inner + '}]'.repeat(levels / 2);
    for (const inner of ['1', 'NaN']) {
      parsePythonJson(nested(500, inner));
      for (const levels of [502, 100_000]) {
        assert.equal(faultOf(nested(levels, inner)).reason, 'nested deeper than 500 levels');
      }
    }
    assert.equal(faultOf('['.repeat(501)).reason, 'nested deeper than 500 levels');
    assert.match(faultOf('['.repeat(500)).reason, /the end of the text/);
  });

  it('reads huge strings, with escapes and without', () => {
    const plain = 'x'.repeat(3_000_000);
    assert.deepEqual(parsePythonJson(`[NaN,"${plain}"]`), [NaN, plain]);
    const escaped = '\\n'.repeat(500_000);
    assert.deepEqual(parsePythonJson(`[NaN,"${escaped}"]`), [NaN, '\n'.repeat(500_000)]);
    assert.match(faultOf(`["${plain}`).reason, /has no end/);
  });
});

describe('locate', () => {
  const text = ' {"a": [1, {"b":"é\\n"} , NaN], "c":{"a":null}, "": 0 }';
  const at = (path: JsonPath, within = text) => {
    const place = locate(within, path);
    return place && within.slice(place.start, place.end);
  };

  it('returns start and end of a value', () => {
    assert.deepEqual(locate(text, []), { start: 1, end: text.length, exact: true });
    assert.equal(at(['a']), '[1, {"b":"é\\n"} , NaN]');
    assert.equal(at(['a', 0]), '1');
    assert.equal(at(['a', 1]), '{"b":"é\\n"}');
    assert.equal(at(['a', 1, 'b']), '"é\\n"');
    assert.equal(at(['a', 2]), 'NaN');
    assert.equal(at(['c', 'a']), 'null');
    assert.equal(at(['']), '0');
  });

  it('returns nothing for a missing value', () => {
    for (const path of [
      ['b'],
      ['a', 3],
      ['a', 0, 'b'],
      ['a', '0'],
      ['c', 'b'],
      [0],
    ] as JsonPath[]) {
      assert.equal(locate(text, path), undefined, path.join('.'));
    }
  });

  it('returns the nearest enclosing value on request', () => {
    const near = (path: JsonPath) => {
      const { start, exact } = locateAll(text, [path])[0]!;
      assert.equal(exact, false);
      return text.slice(start, start + 4);
    };
    assert.equal(near(['a', 3]), '[1, ');
    assert.equal(near(['c', 'b', 'd']), '{"a"');
    assert.equal(near(['x', 'y']), '{"a"');
  });

  it('finds a field with an escaped name', () => {
    assert.equal(at(['a', 'b"'], '{"\\u0061":{"b\\"":5}}'), '5');
  });

  it('returns the last of a repeated key, like parsePythonJson', () => {
    assert.equal(at(['a'], '{"a":1,"a":2}'), '2');
    assert.equal(at(['a', 'b'], '{"a":{"b":1},"a":{"b":2}}'), '2');
    assert.equal(at(['a', 'b'], '{"a":{"b":1},"a":{}}'), undefined);
    assert.equal(at(['a', 1], '{"a":[1,2],"a":[3]}'), undefined);
    assert.equal(at(['a', 'b'], '{"a":{"b":1},"c":{}}'), '1');
  });

  it('finds values before an error, and none after it', () => {
    const faulty = '{"a":[1,2],"b":x,"c":3}';
    assert.equal(at(['a', 1], faulty), '2');
    assert.equal(at(['c'], faulty), undefined);
    assert.equal(at([], faulty), undefined);
  });

  it('searches the first of several lines', () => {
    assert.equal(at(['a'], '\n{"a":1}\n{"a":2}\n'), '1');
  });
});
