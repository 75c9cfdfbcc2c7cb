import { Fault } from '@andel/schema/fault'
import { asBytes, municipalities } from './example-tables.ts'
import { MunicipalityDirectory } from './municipality-directory.ts'
import { readPopulations } from './read-populations.ts'
import type { Told } from './take-figures.ts'

const directory = new MunicipalityDirectory(municipalities)

/** Any file, as tests write it. */
export type ExampleFile = object | string | Uint8Array

export const read = (file: ExampleFile, told?: Told) =>
  readPopulations(file instanceof Uint8Array ? file : asBytes(file), directory, told)

/** What a file gives, in short: the figures, and the problems by row. */
export async function taken(file: ExampleFile, told?: Told) {
  const { figures, problems, asks } = await read(file, told)
  return {
    asks,
    figures: figures.map(({ municipalityCode, on, inhabitants }) => [
      municipalityCode,
      on,
      inhabitants,
    ]),
    problems: problems.all.map(({ row, code }) => [row, code]),
  }
}

/** The code with which a file is refused. */
export async function refusal(file: ExampleFile): Promise<string> {
  const thrown: unknown = await read(file).catch((error: unknown) => error)
  if (!(thrown instanceof Fault)) throw new Error('not refused', { cause: thrown })
  return thrown.code
}

export const csv = (...lines: readonly string[]): string => lines.join('\r\n')
