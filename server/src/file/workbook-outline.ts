import { posix } from 'node:path'
import { Fault } from '@andel/schema/fault'
import { type Attributes, readMarkup } from './read-markup.ts'
import type { Reading } from './reading.ts'
import type { Parts } from './unzip.ts'

/** Where the sheets of a workbook are, and what they share. Names of parts. */
export interface WorkbookOutline {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly texts: string | undefined
  readonly styles: string | undefined
  /** Days are counted from 1904, as old Macintoshes did. */
  readonly since1904: boolean
}

interface Relation {
  readonly type: string
  readonly part: string
}

const macros = /vbaProject|macrosheets?\/|intlmacro|dialogsheets\/|\.bas$/i
const links =
  /externalLinks?\/|connections\.xml$|queryTables?\/|embeddings\/|activeX\/|ctrlProps\//i

/**
 * Finds the sheets of an XLSX workbook.
 *
 * @throws {Fault} `FILE_KIND` for another packed file; `FILE_MACROS`; `FILE_LINKS` for links to other files, data
 *   connections and embedded objects; what `readMarkup` throws
 */
export async function readOutline(parts: Parts, reading: Reading): Promise<WorkbookOutline> {
  const names = [...parts.names]
  if (!names.includes('[Content_Types].xml')) throw new Fault('FILE_KIND', { kind: 'ZIP' })
  if (names.some((name) => macros.test(name))) throw new Fault('FILE_MACROS')
  if (names.some((name) => links.test(name))) throw new Fault('FILE_LINKS')
  await checkTypes(parts, reading)
  const root = await readRelations(parts, '', reading)
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.part
  if (main === undefined || !parts.names.has(main)) throw new Fault('FILE_KIND', { kind: 'ZIP' })
  const relations = await readRelations(parts, main, reading)
  const { sheets, since1904 } = await readSheets(parts.read(main), relations, reading)
  const shared = (type: string): string | undefined =>
    [...relations.values()].find((one) => one.type === type && parts.names.has(one.part))?.part
  return { sheets, since1904, texts: shared('sharedStrings'), styles: shared('styles') }
}

async function checkTypes(parts: Parts, reading: Reading): Promise<void> {
  const open = (_name: string, { ContentType = '' }: Attributes): void => {
    if (/macroEnabled|vbaProject|macrosheet/i.test(ContentType)) throw new Fault('FILE_MACROS')
    if (/externalLink\+xml/i.test(ContentType)) throw new Fault('FILE_LINKS')
  }
  await readMarkup(parts.read('[Content_Types].xml'), { open }, reading)
}

/** Relations of a part by their id; of the whole file for ''. */
async function readRelations(
  parts: Parts,
  of: string,
  reading: Reading,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(of)
  const name = posix.join(folder, '_rels', `${posix.basename(of)}.rels`)
  const found = new Map<string, Relation>()
  const open = (
    element: string,
    { Id = '', Type = '', Target = '', TargetMode }: Attributes,
  ): void => {
    if (element !== 'Relationship') return
    const type = Type.slice(Type.lastIndexOf('/') + 1)
    if (TargetMode === 'External' && type !== 'hyperlink') throw new Fault('FILE_LINKS')
    const part = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
    found.set(Id, { type, part })
  }
  if (parts.names.has(name)) await readMarkup(parts.read(name), { open }, reading)
  return found
}

async function readSheets(
  workbook: Uint8Array,
  relations: ReadonlyMap<string, Relation>,
  reading: Reading,
): Promise<Pick<WorkbookOutline, 'sheets' | 'since1904'>> {
  const sheets: { name: string; part: string }[] = []
  let since1904 = false
  const open = (element: string, attributes: Attributes): void => {
    const { name = '', date1904 } = attributes
    if (element === 'workbookPr') since1904 = date1904 === '1' || date1904 === 'true'
    if (element !== 'sheet') return
    const relation = relations.get(attributes['r:id'] ?? relationId(attributes))
    if (relation?.type === 'worksheet') sheets.push({ name, part: relation.part })
  }
  await readMarkup(workbook, { open }, reading)
  if (sheets.length === 0) throw new Fault('FILE_BROKEN', { part: 'workbook' })
  return { sheets, since1904 }
}

/** Whatever the prefix is called. */
const relationId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
