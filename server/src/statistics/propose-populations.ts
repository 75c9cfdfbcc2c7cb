import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Directory } from '../municipality/directory.ts'
import { PopulationFigure, PopulationQuality } from '../population/population-figure.entity.ts'
import type { UploadedFile } from '../scalars/upload.ts'
import type { Offices } from './ask-office.ts'
import type { FetchPopulationsInput } from './fetch-populations-input.ts'
import { fetchPopulations } from './fetch-populations.ts'
import { MunicipalityDirectory } from './municipality-directory.ts'
import { PopulationProposal, ProposedFigure, StatisticsFormat } from './population-proposal.ts'
import { readPopulations } from './read-populations.ts'
import { StatisticsProblem } from './statistics-problem.ts'
import type { StatisticsTable } from './statistics-table.ts'
import type { ReadFigure, TakenFigures, Told } from './take-figures.ts'

/** @throws {Fault} what `readPopulations` throws */
export async function proposeFromFile(
  em: EntityManager,
  directory: Directory,
  { name, bytes }: UploadedFile,
  told: Told,
): Promise<PopulationProposal> {
  const regions = new MunicipalityDirectory(directory.all)
  const { table, ...taken } = await readPopulations(bytes, regions, told)
  const about = { tables: [table], at: new Date(), file: name }
  return propose(em, directory, taken, about)
}

/** @throws {Fault} what `fetchPopulations` throws */
export async function proposeFromOffice(
  em: EntityManager,
  directory: Directory,
  offices: Offices,
  input: FetchPopulationsInput,
): Promise<PopulationProposal> {
  const regions = new MunicipalityDirectory(directory.all)
  const codes = directory.all.map(({ code }) => code)
  const { tables, at, ...taken } = await fetchPopulations(offices, input, regions, codes)
  return propose(em, directory, taken, { tables, at })
}

/** Where figures are from. */
interface Origin {
  readonly tables: readonly StatisticsTable[]
  readonly at: Date
  readonly file?: string
}

async function propose(
  em: EntityManager,
  directory: Directory,
  { figures, problems, asks, dateKind }: TakenFigures,
  origin: Origin,
): Promise<PopulationProposal> {
  const stored = await storedFigures(em, figures)
  const [table] = origin.tables
  return Object.assign(new PopulationProposal(), {
    format: StatisticsFormat[table?.format ?? 'JSON_STAT'],
    title: table?.title ?? null,
    table: tableNames(origin.tables) || null,
    dateKind: dateKind ?? null,
    source: sourceOf(origin),
    quality: isFromOffice(origin) ? PopulationQuality.PUBLISHED : PopulationQuality.SECONDARY,
    retrievedAt: origin.at,
    asks: asks ?? null,
    figures: figures
      .map(({ municipalityCode: code, on, inhabitants }) => {
        const before = stored.get(`${code} ${on}`) ?? null
        return new ProposedFigure(directory.find(code)!, on, inhabitants, before)
      })
      .toSorted((a, b) => compare(a.on, b.on) || compare(a.municipality.code, b.municipality.code)),
    problems: problems.all.map((problem) => new StatisticsProblem(problem)),
    problemCount: problems.count,
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Current figures of the same dates, by municipality and date. One statement. */
async function storedFigures(
  em: EntityManager,
  figures: readonly ReadFigure[],
): Promise<ReadonlyMap<string, PopulationFigure>> {
  if (figures.length === 0) return new Map()
  const dates = [...new Set(figures.map(({ on }) => on))]
  const found = await em.find(PopulationFigure, { on: { $in: dates }, current: true })
  return new Map(found.map((figure) => [`${figure.municipality.code} ${figure.on}`, figure]))
}

const tableNames = (tables: readonly StatisticsTable[]): string =>
  [...new Set(tables.flatMap(({ ids }) => ids[0] ?? []))].join(', ')

/** A plain file says nothing that proves where it is from. */
function isFromOffice({ tables, file }: Origin): boolean {
  return file === undefined || tables.every(({ format, source }) => format !== 'ROWS' || !!source)
}

/** E.g. "SCB, TAB1267: Folkmängd 1 november efter region och år (hämtad 2026-11-22)". */
function sourceOf(origin: Origin): string {
  const { tables, at, file } = origin
  const day = at.toISOString().slice(0, 10)
  if (!isFromOffice(origin)) return `${file}, inläst ${day}`.slice(-500)
  const [table] = tables
  const office = table?.source ?? 'SCB'
  const title = table?.title ?? (table?.format === 'KOLADA' ? 'Invånare totalt 31 december' : '')
  const what = [tableNames(tables), title].filter(Boolean).join(': ').slice(0, 300)
  const how = file === undefined ? `hämtad ${day}` : `filen ${file.slice(0, 100)}, inläst ${day}`
  const licence = /scb|statistiska|statistics sweden/i.test(office) ? 'Källa: SCB. ' : ''
  return `${[office, what].filter(Boolean).join(', ')}. ${licence}(${how})`
}
