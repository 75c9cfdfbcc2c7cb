import { startsWithBytes } from './starts-with-bytes.ts'

/** Kinds of files by their content. */
export type FileKind =
  | 'EMPTY'
  | 'ZIP' // a packed file: an XLSX workbook is one
  | 'OLE' // an old XLS, or a workbook with a password
  | 'JSON'
  | 'PX' // the text format of PC-Axis
  | 'MARKUP' // XML or HTML
  | 'TEXT' // any other text: rows of values, probably
  | 'BINARY'

const zip = [0x50, 0x4b, 0x03, 0x04]
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const lookedAt = 4096

/** What a file is, by its first 4 KiB alone: neither its name nor what the sender calls it counts. Never throws. */
export function whatIs(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'EMPTY'
  if (startsWithBytes(bytes, zip) || startsWithBytes(bytes, emptyZip)) return 'ZIP'
  if (startsWithBytes(bytes, ole)) return 'OLE'
  const wide = startsWithBytes(bytes, [0xff, 0xfe]) || startsWithBytes(bytes, [0xfe, 0xff])
  const head = bytes.subarray(0, lookedAt)
  if (!wide && head.includes(0)) return 'BINARY'
  const label = startsWithBytes(bytes, [0xfe, 0xff])
    ? 'utf-16be'
    : wide
      ? 'utf-16le'
      : 'windows-1252'
  const text = new TextDecoder(label).decode(head).replace(/^ï»¿/, '').trimStart()
  if (text === '') return bytes.length > lookedAt ? 'TEXT' : 'EMPTY'
  if (/^[{[]/.test(text)) return 'JSON'
  if (/^(CHARSET|AXIS-VERSION|LANGUAGE|CREATION-DATE|DECIMALS|MATRIX)\b[^=\n]*=/i.test(text))
    return 'PX'
  return text.startsWith('<') ? 'MARKUP' : 'TEXT'
}
