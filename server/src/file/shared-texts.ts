import { Fault } from '@andel/schema/fault'
import { fileLimits } from './limits.ts'
import { readMarkup } from './read-markup.ts'
import type { Reading } from './reading.ts'

/** The texts that cells of a workbook share, by index. What they look like, and how they are read aloud, is left out. */
export async function readSharedTexts(
  bytes: Uint8Array | undefined,
  reading: Reading,
): Promise<readonly string[]> {
  const texts: string[] = []
  const gather = textGatherer()
  const close = (name: string): void => {
    gather.close(name)
    if (name !== 'si') return
    if (texts.length >= fileLimits.texts) throw new Fault('FILE_TOO_LARGE', { part: 'texts' })
    texts.push(gather.take())
  }
  if (bytes) await readMarkup(bytes, { ...gather, close }, reading)
  return texts
}

/** Puts the runs of one text together. */
export function textGatherer(): {
  open(name: string): void
  text(text: string): void
  close(name: string): void
  take(): string
} {
  let gathered = ''
  let inText = false
  let inReading = false
  return {
    open(name) {
      if (name === 'rPh') inReading = true
      if (name === 't') inText = true
    },
    text(text) {
      if (inText && !inReading) gathered += text
    },
    close(name) {
      if (name === 'rPh') inReading = false
      if (name === 't') inText = false
    },
    take() {
      const taken = unescapeText(gathered)
      gathered = ''
      return taken
    },
  }
}

/** Characters that XML cannot hold are written "_x001F_", and such a text itself "_x005F_x001F_". */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text
