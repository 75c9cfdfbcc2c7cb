import { Fault } from '@andel/schema/fault'
import { SaxesParser } from 'saxes'
import { fileLimits } from './limits.ts'
import type { Reading } from './reading.ts'

export type Attributes = Readonly<Record<string, string>>

/** What is told of the elements of an XML part, in order. Names come without a prefix. */
export interface MarkupListener {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const step = 64 * 1024

/**
 * Tells the elements of an XML part. There is no document type to declare entities in, so there is nothing to expand
 * and nothing to fetch.
 *
 * @throws {Fault} `FILE_BROKEN` for what is not well-formed UTF-8 XML; `FILE_UNSAFE` with reason `DOCTYPE`, `DEPTH` or
 *   `ATTRIBUTES`; `FILE_TOO_SLOW`
 */
export async function readMarkup(
  bytes: Uint8Array,
  listener: MarkupListener,
  reading: Reading,
): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  parser.on('doctype', () => {
    throw new Fault('FILE_UNSAFE', { reason: 'DOCTYPE' })
  })
  parser.on('error', (error) => {
    throw error
  })
  let depth = 0
  let attributeCount = 0
  parser.on('opentagstart', () => {
    attributeCount = 0
    if (++depth > fileLimits.depth) throw new Fault('FILE_UNSAFE', { reason: 'DEPTH' })
  })
  parser.on('attribute', () => {
    if (++attributeCount > fileLimits.attributes)
      throw new Fault('FILE_UNSAFE', { reason: 'ATTRIBUTES' })
  })
  parser.on('opentag', ({ name, attributes }) => listener.open?.(local(name), attributes))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close?.(local(name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))

  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += step) {
      parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }))
      if ((at / step) % 16 === 15) await reading.pause()
      else reading.checkTime()
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('FILE_BROKEN', { part: 'xml' })
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
