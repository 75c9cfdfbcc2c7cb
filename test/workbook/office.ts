import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { missing, runs } from '../debian.ts'

const run = promisify(execFile)

/** Why the proof by a spreadsheet program cannot be had here; undefined when it can. */
export const withoutOffice = missing({
  name: 'LibreOffice',
  answers: () => runs('soffice', '--version'),
  package: 'libreoffice-calc-nogui',
  patience: 300_000,
})

/** Without it LibreOffice shows the values that a file has cached, right or wrong. */
const alwaysRecalculate =
  '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>' +
  '</oor:items>'

/** UTF-8, comma, quotes; values as they are, not as they are shown; every sheet a file of its own. */
const everySheetAsText =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

/** The cells of every sheet, by the name of the workbook and of the sheet. */
export type Recalculated = ReadonlyMap<string, ReadonlyMap<string, readonly (readonly string[])[]>>

/** Has LibreOffice calculate workbooks anew, all in one run. */
export async function recalculated(
  folder: string,
  workbooks: ReadonlyMap<string, Uint8Array>,
): Promise<Recalculated> {
  const [profile, input, output] = ['profile', 'in', 'out'].map((name) => join(folder, name))
  await mkdir(join(profile!, 'user'), { recursive: true })
  await mkdir(input!)
  await writeFile(join(profile!, 'user', 'registrymodifications.xcu'), alwaysRecalculate)
  for (const [name, bytes] of workbooks) await writeFile(join(input!, `${name}.xlsx`), bytes)
  const files = [...workbooks.keys()].map((name) => join(input!, `${name}.xlsx`))
  await run(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile!)}`,
      '--headless',
      '--convert-to',
      everySheetAsText,
      '--outdir',
      output!,
      ...files,
    ],
    // without a locale it cannot write the names of sheets with å, ä and ö
    { maxBuffer: 64 * 2 ** 20, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  )
  const found = new Map<string, Map<string, readonly (readonly string[])[]>>()
  for (const file of await readdir(output!)) {
    const [, name, sheet] = /^(.+?)-(.+)\.csv$/.exec(file) ?? []
    if (!name || !sheet) continue
    const text = await readFile(join(output!, file), 'utf8')
    const sheets = found.get(name) ?? new Map<string, readonly (readonly string[])[]>()
    found.set(name, sheets.set(sheet, cellsOf(text)))
  }
  return found
}

/** Rows of a text with commas, where a text with one stands in quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}
