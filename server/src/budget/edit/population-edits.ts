import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import { Change } from '../../history/change.entity.ts'
import type { Journal } from '../../history/journal.ts'
import type { Municipality } from '../../municipality/municipality.entity.ts'
import type { FigureBook } from '../../population/figure-book.ts'
import { PopulationFigure, PopulationQuality } from '../../population/population-figure.entity.ts'
import type { SetPopulationInput } from './edit-input.ts'
import type { Workbench } from './workbench.ts'

const mostInhabitants = 100_000_000
const firstDate = '1900-01-01'

/** Sets the figure of a participant. */
export async function setPopulation(
  bench: Workbench,
  edit: number,
  input: SetPopulationInput,
): Promise<void> {
  const { municipalityCode: code } = input
  const municipality = bench.before.municipalities.get(code)
  if (municipality) return reviseFigure(bench, bench.figures, edit, municipality, input)
  bench.refuse({ edit }, 'municipalityCode', new Fault('NOT_A_PARTICIPANT', { code }))
}

/** Adds a revision to the figure of a municipality and a date; what stood before is kept. */
export async function reviseFigure(
  journal: Journal,
  book: FigureBook,
  edit: number,
  municipality: Municipality,
  input: SetPopulationInput,
): Promise<void> {
  const { on, inhabitants, basedOnRevision } = input
  const source = input.source.trim()
  const note = input.note?.trim() || null
  const before = book.current(input)
  const revision = before?.revision ?? 0
  const wrong = whatIsWrong(input, source, note, revision)
  if (wrong) {
    const entityId = before && { entityId: before.globalId }
    return journal.refuse({ edit, ...entityId }, wrong.field, wrong.fault)
  }
  const isSame = before?.inhabitants === inhabitants && before.source === source
  if (isSame && (input.quality ?? before.quality) === before.quality) return
  // A revision that an earlier edit of the same batch made is no news to whoever sent the batch.
  const isNews = before && revision !== basedOnRevision && !journal.touchedBy.has(before.globalId)
  if (isNews && before.inhabitants !== inhabitants)
    return noteConflict(journal, edit, before, input)

  const quality =
    input.quality ?? (before ? PopulationQuality.CORRECTED : PopulationQuality.SECONDARY)
  const figure = journal.em.create(PopulationFigure, {
    municipality: ref(municipality),
    on,
    inhabitants,
    source,
    quality,
    note,
    revision: revision + 1,
  })
  book.add(figure)
  journal.record(
    { edit, entity: 'PopulationFigure', entityId: figure.globalId },
    { version: figure.revision },
    '+',
    before ? figureAsJson(before) : null,
    figureAsJson(figure),
  )
}

function whatIsWrong(
  { on, inhabitants, basedOnRevision }: SetPopulationInput,
  source: string,
  note: string | null,
  revision: number,
): { field: string; fault: Fault } | undefined {
  if (on < firstDate) return { field: 'on', fault: new Fault('BAD_DATE', { text: on }) }
  if (inhabitants < 0 || inhabitants > mostInhabitants)
    return { field: 'inhabitants', fault: new Fault('BAD_INHABITANTS', { inhabitants }) }
  if (source === '') return { field: 'source', fault: new Fault('SOURCE_MISSING') }
  if (source.length > 500)
    return { field: 'source', fault: new Fault('BAD_TEXT', { field: 'source', most: 500 }) }
  if (note !== null && note.length > 5000)
    return { field: 'note', fault: new Fault('BAD_TEXT', { field: 'note', most: 5000 }) }
  if (basedOnRevision < 0 || basedOnRevision > revision) {
    const fault = new Fault('UNKNOWN_VERSION', { version: basedOnRevision })
    return { field: 'basedOnRevision', fault }
  }
  return undefined
}

async function noteConflict(
  journal: Journal,
  edit: number,
  before: PopulationFigure,
  { inhabitants, basedOnRevision }: SetPopulationInput,
): Promise<void> {
  const change = await journal.em.findOne(Change, { entityId: before.globalId })
  journal.conflicts.push({
    edit,
    entityId: before.globalId,
    field: 'inhabitants',
    basedOnVersion: basedOnRevision,
    currentVersion: before.revision,
    yours: inhabitants,
    current: before.inhabitants,
    actor: change?.actor ?? before.source,
    changedAt: before.recordedAt,
  })
}

type LoggedFigure = Pick<
  PopulationFigure,
  'on' | 'inhabitants' | 'source' | 'quality' | 'note' | 'revision'
> & { readonly municipality: { readonly code: string } }

/** A population figure as the log keeps it. */
export function figureAsJson(figure: LoggedFigure): Record<string, unknown> {
  const { on, inhabitants, source, quality, note, revision } = figure
  return {
    municipality: figure.municipality.code,
    on,
    inhabitants,
    source,
    quality,
    note,
    revision,
  }
}
