import { crc32, inflateRawSync } from 'node:zlib'
import { Fault } from '@andel/schema/fault'
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl'
import { fileLimits } from './limits.ts'
import type { Reading } from './reading.ts'

/** The parts of a packed file, none of them unpacked yet. */
export interface Parts {
  readonly names: ReadonlySet<string>
  /** Unpacks a part. @throws {Fault} `FILE_BROKEN`, `FILE_TOO_LARGE`; `FILE_BROKEN` with `missing` when there is none */
  read(name: string): Uint8Array
}

interface Part {
  readonly entry: Entry
  readonly start: number
}

const stored = 0
const deflated = 8

/**
 * Opens a zip file and looks at what it says of its parts before any of them is unpacked.
 *
 * @throws {Fault} `FILE_TOO_LARGE`; `FILE_LOCKED` when encrypted; `FILE_UNSAFE` with a `reason` when parts have the
 *   same name, lie upon each other or have other names than the directory says; `FILE_BROKEN` for what is no zip
 */
export async function openParts(bytes: Uint8Array, reading: Reading): Promise<Parts> {
  if (bytes.length > fileLimits.packed) throw new Fault('FILE_TOO_LARGE', { part: 'packed' })
  const parts = await orBroken(() => listParts(bytes, reading))
  checkOverlap([...parts.values()])
  return {
    names: new Set(parts.keys()),
    read(name) {
      const part = parts.get(name)
      if (!part) throw new Fault('FILE_BROKEN', { missing: name })
      reading.checkTime()
      return unpack(bytes, part, reading)
    },
  }
}

async function listParts(bytes: Uint8Array, reading: Reading): Promise<Map<string, Part>> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    strictFileNames: true, // no backslashes; and never an absolute name, or one with '..'
  })
  if (zip.entryCount > fileLimits.entries) throw new Fault('FILE_TOO_LARGE', { part: 'entries' })
  const parts = new Map<string, Part>()
  const names = new Set<string>() // some programs tell Sheet1.xml and sheet1.xml apart, and some do not
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    reading.checkTime()
    if (names.has(entry.fileName.toLowerCase()))
      throw new Fault('FILE_UNSAFE', { reason: 'DUPLICATE', part: entry.fileName })
    declared += entry.uncompressedSize
    if (declared > fileLimits.unpacked) throw new Fault('FILE_TOO_LARGE', { part: 'unpacked' })
    names.add(entry.fileName.toLowerCase())
    parts.set(entry.fileName, { entry, start: await startOf(zip, entry, bytes.length) })
  }
  return parts
}

/** Where the bytes of a part begin. Its own heading must tell the same as the directory. */
async function startOf(zip: ZipFile, entry: Entry, size: number): Promise<number> {
  if (entry.isEncrypted()) throw new Fault('FILE_LOCKED')
  if (![stored, deflated].includes(entry.compressionMethod))
    throw new Fault('FILE_BROKEN', { part: entry.fileName })
  const header = await zip.readLocalFileHeaderPromise(entry)
  if (
    !header.fileName.equals(entry.fileNameRaw) ||
    header.compressionMethod !== entry.compressionMethod
  )
    throw new Fault('FILE_UNSAFE', { reason: 'TWO_HEADINGS', part: entry.fileName })
  if (header.fileDataStart + entry.compressedSize > size)
    throw new Fault('FILE_BROKEN', { part: entry.fileName })
  return header.fileDataStart
}

function checkOverlap(parts: readonly Part[]): void {
  let end = 0
  for (const { entry, start } of parts.toSorted(
    (a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new Fault('FILE_UNSAFE', { reason: 'OVERLAP', part: entry.fileName })
    end = start + entry.compressedSize
  }
}

function unpack(bytes: Uint8Array, { entry, start }: Part, reading: Reading): Uint8Array {
  const packed = bytes.subarray(start, start + entry.compressedSize)
  const unpacked = entry.compressionMethod === stored ? packed : inflate(packed, reading.room)
  reading.countUnpacked(unpacked.length)
  if (unpacked.length !== entry.uncompressedSize || crc32(unpacked) !== entry.crc32)
    throw new Fault('FILE_BROKEN', { part: entry.fileName })
  return unpacked
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error
    throw tooLarge
      ? new Fault('FILE_TOO_LARGE', { part: 'unpacked' })
      : new Fault('FILE_BROKEN', { part: 'deflate' })
  }
}

/** What the library refuses is a broken file: it has no other errors on bytes that lie in memory. */
async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('FILE_BROKEN', { part: 'zip' })
  }
}
