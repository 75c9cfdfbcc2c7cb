import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import type { Chunk } from '../table.ts'

/** A file of the archive, as text that may still be on its way. */
export interface ZipEntry {
  readonly name: string
  readonly text: Iterable<string> | AsyncIterable<string>
}

interface Written {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
}

const { Z_BEST_SPEED } = constants
const largestFile = 0xff_ff_ff_ff
const sizesFollow = 0b1000 // and the name is UTF-8
const utf8Name = 0b1000_0000_0000
const deflated = 8
const version = 20
/** 1 January 1980: the same content gives the same file. */
const day = 0b0000000_0001_00001

/**
 * A ZIP archive, written while its files are: sizes and checksums follow each file.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 *
 * @throws {RangeError} when a file or the archive passes 4 GiB, the end of the plain format
 */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Chunk> {
  const written: Written[] = []
  let at = 0
  const count = <T extends Uint8Array>(bytes: T): T => {
    at += bytes.length
    return bytes
  }
  for (const { name: text, text: content } of entries) {
    const start = at
    const name = Buffer.from(text)
    yield count(Buffer.concat([localHeader(name), name]))
    const sizes = { crc: 0, packed: 0, unpacked: 0 }
    for await (const packed of pack(content, sizes)) yield count(packed)
    yield count(descriptor(sizes))
    written.push({ name, at: start, ...sizes })
  }
  const directory = Buffer.concat(written.flatMap((entry) => [directoryEntry(entry), entry.name]))
  if (at > largestFile) throw new RangeError('The archive is larger than ZIP without ZIP64 holds.')
  yield directory
  yield endOfDirectory(written.length, directory.length, at)
}

interface Sizes {
  crc: number
  packed: number
  unpacked: number
}

async function* pack(content: ZipEntry['text'], sizes: Sizes): AsyncGenerator<Uint8Array> {
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      sizes.crc = crc32(bytes, sizes.crc)
      sizes.unpacked += bytes.length
      if (sizes.unpacked > largestFile) throw new RangeError('A file is larger than 4 GiB.')
      yield bytes
    }
  }
  const packing = createDeflateRaw({ level: Z_BEST_SPEED })
  // What goes wrong before it comes out of `packing`, which is then destroyed with the error.
  pipeline(Readable.from(measured()), packing, () => undefined)
  for await (const bytes of packing as AsyncIterable<Buffer>) {
    sizes.packed += bytes.length
    yield bytes
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4)
  header.writeUInt16LE(name.length, 26)
  return header
}

/** Version, flags, method and time; sizes stay zero where they follow. */
function writeCommon(header: Buffer, at: number): void {
  header.writeUInt16LE(version, at)
  header.writeUInt16LE(sizesFollow | utf8Name, at + 2)
  header.writeUInt16LE(deflated, at + 4)
  header.writeUInt16LE(day, at + 8)
}

function descriptor({ crc, packed, unpacked }: Sizes): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(unpacked, 12)
  return bytes
}

function directoryEntry({ name, at, crc, packed, unpacked }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  writeCommon(entry, 6)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(unpacked, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return entry
}

function endOfDirectory(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
