import { illegalBytes, structural } from './oddTexts.ts';
import type { Tape } from './tape.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A file with one fault of copying or writing; sometimes with none. */
export function breakBytes(tape: Tape, file: Uint8Array): Uint8Array {
  const bytes = [...file];
  const at = tape.below(bytes.length + 1);
  switch (tape.below(9)) {
    case 0:
      return file;
    case 1:
      return file.subarray(0, at);
    case 2:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << tape.below(8));
      break;
    case 3:
      bytes.splice(at, 1 + tape.below(3));
      break;
    case 4:
      bytes.splice(at, tape.below(2), ...utf8(tape.pick(structural)));
      break;
    case 5:
      bytes.splice(at, tape.below(2), ...tape.pick(illegalBytes));
      break;
    case 6:
      bytes.splice(at, 0, ...bytes.slice(tape.below(at + 1), at));
      break;
    case 7:
      bytes.unshift(
        ...tape.pick([[0xef, 0xbb, 0xbf], [0x1f, 0x8b], [0x0a], [0x20, 0x0d], [0], [0x0b]]),
      );
      break;
    default:
      bytes.push(
        ...tape.pick([
          utf8('\n'),
          utf8('\n\n \t\r\n'),
          utf8('\n{}'),
          utf8('x'),
          utf8('\0'),
          utf8('\u00a0'),
          file,
        ]),
      );
  }
  return Uint8Array.from(bytes);
}
