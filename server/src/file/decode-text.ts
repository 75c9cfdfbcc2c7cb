import { Fault } from '@andel/schema/fault'
import { fileLimits } from './limits.ts'
import { startsWithBytes } from './starts-with-bytes.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text of a file, without a byte order mark, and how it was written. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * Reads bytes as text: by its byte order mark; else as UTF-8 when it is that without an error; else as
 * windows-1252, which is ISO-8859-1 with more characters.
 *
 * @throws {Fault} `FILE_TOO_LARGE`; `FILE_KIND` for what holds NUL characters and so is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > fileLimits.packed) throw new Fault('FILE_TOO_LARGE', { part: 'packed' })
  const decoded = decode(bytes)
  if (decoded.text.includes('\0')) throw new Fault('FILE_KIND', { kind: 'BINARY' })
  return decoded
}

function decode(bytes: Uint8Array): DecodedText {
  if (startsWithBytes(bytes, [0xff, 0xfe])) return as('utf-16le', bytes)
  if (startsWithBytes(bytes, [0xfe, 0xff])) return as('utf-16be', bytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'utf-8' }
  } catch {
    return as('windows-1252', bytes)
  }
}

function as(encoding: Encoding, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
