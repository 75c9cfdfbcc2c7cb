import { inflateSync } from 'node:zlib'

/** One sheet of paper of a PDF file as Chromium prints it. */
export interface Paper {
  /** In points. */
  readonly width: number
  readonly height: number
  /** What is written on it, in the order of the page, blanks left out. */
  readonly text: string
}

interface Stored {
  readonly dictionary: string
  readonly stream: string
}

/** Reads the sheets of paper of a PDF file: their size and what is written on them. */
export function readPdf(file: Buffer): readonly Paper[] {
  const objects = readObjects(file)
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type\s*\/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const [, , , width = 0, height = 0] = (
        /\/MediaBox\s*\[\s*(\S+) (\S+) (\S+) ([^\s\]]+)/.exec(dictionary) ?? []
      ).map(Number)
      const content = objects.get(reference(dictionary, 'Contents'))
      return { width, height, text: written(content?.stream ?? '', fontsOf(dictionary, objects)) }
    })
}

function readObjects(file: Buffer): Map<number, Stored> {
  const text = file.toString('latin1')
  const objects = new Map<number, Stored>()
  for (const match of text.matchAll(/(\d+) 0 obj\n?([\s\S]*?)(endobj|stream\r?\n)/g)) {
    const [whole, number, dictionary = '', end = ''] = match
    let stream = ''
    if (end.startsWith('stream')) {
      const start = match.index + whole.length
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
      const bytes = file.subarray(start, start + length)
      const isPacked = dictionary.includes('FlateDecode')
      stream = (isPacked ? inflateSync(bytes) : bytes).toString('latin1')
    }
    objects.set(Number(number), { dictionary, stream })
  }
  return objects
}

type Letters = ReadonlyMap<number, string>

/** What the glyphs of each font of a page stand for. */
function fontsOf(page: string, objects: Map<number, Stored>): ReadonlyMap<string, Letters> {
  const fonts = new Map<string, Letters>()
  for (const [, name = '', number] of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(number))?.dictionary ?? ''
    fonts.set(name, lettersOf(objects.get(reference(font, 'ToUnicode'))?.stream ?? ''))
  }
  return fonts
}

function lettersOf(map: string): Letters {
  const letters = new Map<number, string>()
  const hex = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16)
  for (const [, part = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, to] of part.matchAll(/<(\w+)> <(\w+)>/g)) {
      letters.set(hex(glyph), String.fromCharCode(hex(to)))
    }
  }
  for (const [, part = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let glyph = hex(from); glyph <= hex(to); glyph++) {
        letters.set(glyph, String.fromCharCode(hex(first) + glyph - hex(from)))
      }
    }
  }
  return letters
}

/** Blanks are left out: most are not written but moved past. */
function written(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters | undefined
  let text = ''
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) \S+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) letters = fonts.get(font)
    for (const [code] of (glyphs ?? '').matchAll(/.{4}/g)) {
      text += letters?.get(Number.parseInt(code, 16)) ?? ''
    }
  }
  return text.replaceAll(/\s/g, '')
}

function reference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1])
}
