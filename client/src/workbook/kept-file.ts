import { Fault } from '@andel/schema/fault'

/** The largest file that the server takes. */
const largest = 10 * 1024 * 1024

/**
 * A chosen file with its contents: what happens to it on disk afterwards takes nothing away from the page.
 *
 * @throws {Fault} `FILE_TOO_LARGE`, before anything is sent; `FILE_BROKEN` when the browser cannot read it
 */
export async function keepFile(file: File): Promise<File> {
  if (file.size > largest) throw new Fault('FILE_TOO_LARGE', { part: 'packed' })
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type })
  } catch {
    throw new Fault('FILE_BROKEN', { part: 'disk' })
  }
}
