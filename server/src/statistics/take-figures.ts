import { Fault } from '@andel/schema/fault'
import { dateKindOf, knownContents } from './known-tables.ts'
import type { MunicipalityDirectory } from './municipality-directory.ts'
import type { PopulationDateKind } from './population-date-kind.ts'
import { PopulationQuestion } from './population-question.ts'
import { ProblemList } from './problem-list.ts'
import { type TimeCode, dayOf, readTimeCode } from './reference-date.ts'
import type { CellValue, StatisticsCell, StatisticsTable } from './statistics-table.ts'
import { totalOf } from './total-of-parts.ts'

/** More than any municipality has; the API takes no more. */
const mostInhabitants = 100_000_000

/** A figure read, of a municipality that Andel knows. */
export interface ReadFigure {
  /** As `StatisticsCell`. */
  readonly row: number
  readonly municipalityCode: string
  readonly on: string
  readonly inhabitants: number
}

/** What somebody tells of a file that does not say it itself. */
export interface Told {
  readonly dateKind?: PopulationDateKind | undefined
  /** For a file without any time. */
  readonly on?: string | undefined
}

export interface TakenFigures {
  readonly figures: readonly ReadFigure[]
  readonly problems: ProblemList
  /** What must be told before there can be figures. */
  readonly asks: PopulationQuestion | undefined
  readonly dateKind: PopulationDateKind | undefined
}

/**
 * Takes a table's totals by municipality and date. What cannot be taken is told by row.
 *
 * @throws {Fault} `NOT_POPULATION` when it counts something else, or several things
 */
export function takeFigures(
  table: StatisticsTable,
  municipalities: MunicipalityDirectory,
  told: Told = {},
  problems = new ProblemList(),
): TakenFigures {
  const content = contentOf(table)
  const cells = table.cells.filter((cell) => content === undefined || cell.content === content)
  const times = readTimes(cells)
  const dateKind = dateKindOf(table, content) ?? told.dateKind
  const asks = questionOf(cells, times, dateKind, told)
  if (asks) return { figures: [], problems, asks, dateKind }

  const dayAt = (time: string | undefined): string | undefined => {
    const code = time === undefined ? undefined : times.get(time)
    return time === undefined ? told.on : code && dayOf(code, dateKind)
  }
  const today = new Date().toISOString().slice(0, 10)
  const taken = new Map<string, ReadFigure>()
  for (const group of grouped(cells)) {
    const { row, region, time } = group[0]!
    const found = municipalities.find(region)
    const on = dayAt(time)
    const about = { row, region: [region.code, region.name].filter(Boolean).join(' ') }
    if (typeof found === 'string') problems.add({ code: found, ...about })
    else if (on === undefined) problems.add({ code: 'UNKNOWN_TIME', ...about, time })
    else if (on > today) problems.add({ code: 'FUTURE', ...about, time })
    else {
      const figure = takeFigure(group, table, { municipalityCode: found.code, on }, problems)
      if (figure) keep(figure, taken, problems, about.region)
    }
  }
  return { figures: [...taken.values()], problems, asks, dateKind }
}

const counting = /folkmängd|befolkning|invånare|population|inhabitants|antal personer|persons/i
const changing = /ökning|förändring|change|increase|growth|andel|procent|per cent|överskott/i

/** What of a table is the number of inhabitants; undefined when it counts one thing that has no code. */
function contentOf({ contents, title, format, words }: StatisticsTable): string | undefined {
  const known = [...contents.keys()].filter((code) => knownContents.has(code))
  if (known.length === 1) return known[0]
  const fitting = [...contents].filter(([, text]) => counting.test(text) && !changing.test(text))
  if (fitting.length === 1) return fitting[0]![0]
  const isTold = [title, ...words].some((text) => counting.test(text ?? ''))
  const [only] = contents.size === 1 ? contents : []
  if (only && (isTold || format === 'ROWS') && !changing.test(only[1])) return only[0]
  const isOfOne = contents.size === 0 && (format === 'KOLADA' || format === 'ROWS' || isTold)
  if (isOfOne) return undefined
  throw new Fault('NOT_POPULATION', { reason: 'CONTENT', contents: [...contents.values()] })
}

function readTimes(cells: readonly StatisticsCell[]): ReadonlyMap<string, TimeCode | undefined> {
  const times = new Set(cells.flatMap(({ time }) => time ?? []))
  return new Map([...times].map((time) => [time, readTimeCode(time)]))
}

function questionOf(
  cells: readonly StatisticsCell[],
  times: ReadonlyMap<string, TimeCode | undefined>,
  dateKind: PopulationDateKind | undefined,
  { on }: Told,
): PopulationQuestion | undefined {
  if (on === undefined && cells.some(({ time }) => time === undefined))
    return PopulationQuestion.DATE
  const needsKind = [...times.values()].some(
    (time) => time?.form === 'year' || time?.form === 'month',
  )
  return needsKind && dateKind === undefined ? PopulationQuestion.DATE_KIND : undefined
}

/** Cells of the same region and time together, as they first stand in the file. */
function grouped(cells: readonly StatisticsCell[]): Iterable<StatisticsCell[]> {
  return Map.groupBy(
    cells,
    ({ region, time }) => `${region.code ?? ''}\0${region.name ?? ''}\0${time ?? ''}`,
  ).values()
}

function takeFigure(
  group: readonly StatisticsCell[],
  { parts }: StatisticsTable,
  place: Pick<ReadFigure, 'municipalityCode' | 'on'>,
  problems: ProblemList,
): ReadFigure | undefined {
  const { row, region, time } = group[0]!
  const about = { row, region: [region.code, region.name].filter(Boolean).join(' '), time }
  const cells = withoutDuplicates(group, (cell) =>
    problems.add({ code: 'DUPLICATE', ...about, row: cell.row }),
  )
  if (!cells) return undefined
  const total = totalOf(cells, parts, place.on)
  if ('problem' in total) problems.add({ code: total.problem, ...about })
  else if (typeof total.value !== 'number') {
    const code = total.value.why === 'UNREADABLE' ? 'NOT_A_COUNT' : 'MISSING'
    problems.add({ code, ...about, value: total.value.text })
  } else if (!isCount(total.value)) {
    problems.add({ code: 'NOT_A_COUNT', ...about, value: String(total.value) })
  } else return { row, ...place, inhabitants: total.value }
  return undefined
}

/** Cells said once; undefined when one is said again otherwise. */
function withoutDuplicates(
  group: readonly StatisticsCell[],
  tell: (cell: StatisticsCell) => void,
): StatisticsCell[] | undefined {
  const said = new Map<string, StatisticsCell>()
  let isOneOnly = true
  for (const cell of group) {
    const key = cell.parts.join('\0')
    const before = said.get(key)
    if (before) {
      tell(cell)
      isOneOnly &&= JSON.stringify(before.value) === JSON.stringify(cell.value)
    } else said.set(key, cell)
  }
  if (!isOneOnly) tell(group[0]!)
  return isOneOnly ? [...said.values()] : undefined
}

function isCount(value: CellValue): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostInhabitants
}

/** One figure for a municipality and a date: said again, it is told; said otherwise, neither is taken. */
function keep(
  figure: ReadFigure,
  taken: Map<string, ReadFigure>,
  problems: ProblemList,
  region: string,
): void {
  const key = `${figure.municipalityCode} ${figure.on}`
  const before = taken.get(key)
  if (!before) return void taken.set(key, figure)
  problems.add({ code: 'DUPLICATE', row: figure.row, region, time: figure.on })
  if (before.inhabitants === figure.inhabitants) return
  problems.add({ code: 'DUPLICATE', row: before.row, region, time: figure.on })
  taken.delete(key)
}
