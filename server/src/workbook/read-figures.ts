import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type Cell, valueOf } from '../file/cell.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { figureColumns } from './exported-sheets.ts'
import type { ReadBench } from './read-bench.ts'
import { sameValue } from './same-cell.ts'
import type { KnownRow, KnownSheet } from './sheet-rows.ts'
import { type ChangeFacts, WorkbookChangeKind } from './workbook-change.ts'

/** One population figure of a workbook that is not as it was exported. */
interface EditedFigure {
  readonly code: string
  readonly on: string
  readonly was: KnownRow
  readonly is: KnownRow
}

/** Compares the population figures of a workbook with those that now stand, and notes what differs. */
export async function readFigures(
  em: EntityManager,
  bench: ReadBench,
  was: KnownSheet,
  is: KnownSheet,
): Promise<void> {
  const rows = new Map(is.rows.map((row) => [row.key, row]))
  const edited = was.rows.flatMap((row): EditedFigure[] => {
    const now = rows.get(row.key)
    const [code, on] = row.id.split(' ')
    if (!(row.id in bench.sealed.figures) || !now || !code || !on || !differs(row, now)) return []
    return [{ code, on, was: row, is: now }]
  })
  if (edited.length === 0) return
  const standing = await em.find(PopulationFigure, {
    current: true,
    municipality: { $in: [...new Set(edited.map(({ code }) => code))] },
    on: { $in: [...new Set(edited.map(({ on }) => on))] },
  })
  for (const figure of edited) {
    const now = standing.find(
      (one) => one.on === figure.on && one.municipality.unwrap().code === figure.code,
    )
    await noteFigure(bench, is.name, figure, now)
  }
}

const differs = (was: KnownRow, is: KnownRow): boolean =>
  [figureColumns.inhabitants, figureColumns.source].some(
    (column) => !sameValue(was.cell(column), is.cell(column)),
  )

async function noteFigure(
  bench: ReadBench,
  sheet: string,
  { code, on, was, is }: EditedFigure,
  now: PopulationFigure | undefined,
): Promise<void> {
  const at = {
    sheet,
    cell: is.address(figureColumns.inhabitants),
    description: '',
    municipalityCode: code,
    on,
    field: 'inhabitants',
    baseVersion: bench.sealed.figures[`${code} ${on}`],
    currentVersion: now?.revision ?? 0,
  }
  const typed = is.cell(figureColumns.inhabitants)
  try {
    if (!bench.sheet.municipalities.has(code)) throw new Fault('NOT_A_PARTICIPANT', { code })
    const proposed = inhabitantsOf(typed)
    const base = valueOf(was.cell(figureColumns.inhabitants))
    const source = newSource(was, is)
    const current = now?.inhabitants ?? null
    if (current === proposed && (source === null || source === now?.source)) return
    const stale = at.currentVersion > at.baseVersion! && current !== base
    const kind = stale ? WorkbookChangeKind.CHANGED_MEANWHILE : WorkbookChangeKind.CHANGED
    const who = stale ? whoCorrected(now!) : undefined
    bench.note({ ...at, kind, base, current, proposed, source, ...who })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const kind = WorkbookChangeKind.NOT_ALLOWED
    bench.note({ ...at, kind, proposed: valueOf(typed), fault: error })
  }
}

/** The log has the actor; whoever reads this wants the source and the day, which the figure has. */
const whoCorrected = ({
  source,
  recordedAt,
}: PopulationFigure): Pick<ChangeFacts, 'actor' | 'changedAt'> => ({
  actor: source,
  changedAt: recordedAt,
})

function newSource(was: KnownRow, is: KnownRow): string | null {
  const cell = is.cell(figureColumns.source)
  const source = String(valueOf(cell) ?? '').trim()
  return sameValue(was.cell(figureColumns.source), cell) || source === '' ? null : source
}

function inhabitantsOf(cell: Cell): number {
  const value = valueOf(cell)
  const digits = typeof value === 'string' ? value.replace(/[\s\u00a0\u202f]/g, '') : value
  const inhabitants = typeof digits === 'string' && /^\d+$/.test(digits) ? Number(digits) : digits
  if (typeof inhabitants === 'number' && Number.isInteger(inhabitants))
    if (inhabitants >= 0 && inhabitants <= 100_000_000) return inhabitants
  throw new Fault('BAD_INHABITANTS', { inhabitants: String(value) })
}
