import { Fault } from '@andel/schema/fault'

/** What a PX file says under one keyword: its quoted texts joined where lines break them, and its bare words. */
export interface PxKeyword {
  readonly name: string
  /** "sv" of `TITLE[sv]`; undefined for the file's own language. */
  readonly language: string | undefined
  /** What it is about: "region" of `VALUES("region")`. */
  readonly subject: string | undefined
  readonly values: readonly string[]
}

export interface PxText {
  readonly keywords: readonly PxKeyword[]
  /** What follows `DATA=`, without the semicolon at the end. */
  readonly data: string
}

// bounded: a bracket that never ends must not cost more than a line of text
const head = /\s*([A-Z][A-Z0-9-]*)(?:\[([^\]]*)\])?(?:\(((?:"[^"]{0,500}"|[^")]){0,500})\))?\s*=/iy

/**
 * Takes the text of a PX file apart, without asking what its keywords mean.
 *
 * @throws {Fault} `FILE_BROKEN` with `line` where the text does not go on as PX does, or ends before its data do
 */
export function readPxKeywords(text: string): PxText {
  const keywords: PxKeyword[] = []
  let at = 0
  for (;;) {
    head.lastIndex = at
    const found = head.exec(text)
    if (!found) throw new Fault('FILE_BROKEN', { line: lineOf(text, at) })
    const [whole, name, language, subject] = found
    at += whole.length
    if (name!.toUpperCase() === 'DATA' && subject === undefined) {
      return { keywords, data: dataOf(text, at) }
    }
    const { values, end } = readValues(text, at)
    keywords.push({
      name: name!.toUpperCase(),
      language,
      subject: subject === undefined ? undefined : /"([^"]*)"/.exec(subject)?.[1],
      values,
    })
    at = end
  }
}

function dataOf(text: string, start: number): string {
  const data = text.slice(start)
  const end = data.lastIndexOf(';')
  if (end < 0) throw new Fault('FILE_BROKEN', { line: lineOf(text, text.length) })
  return data.slice(0, end)
}

const token = /\s*(?:"([^"]*)"|([^",;\s]+)|([,;]))/y

/** Values are parted by commas. Quoted texts without a comma between them are one: PX breaks its lines so. */
function readValues(text: string, start: number): { values: string[]; end: number } {
  const values: string[] = []
  let joins = false
  token.lastIndex = start
  for (;;) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (!found) throw new Fault('FILE_BROKEN', { line: lineOf(text, at) })
    const [, quoted, bare, mark] = found
    if (mark === ';') return { values, end: token.lastIndex }
    if (mark === ',') joins = false
    else if (joins && quoted !== undefined) values.push(values.pop()! + quoted)
    else values.push(quoted ?? bare!)
    if (mark === undefined) joins = quoted !== undefined
  }
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length
