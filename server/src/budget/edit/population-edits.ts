import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import { Change } from '../../history/change.entity.ts'
import { PopulationFigure, PopulationQuality } from '../../population/population-figure.entity.ts'
import type { SetPopulationInput } from './edit-input.ts'
import type { Workbench } from './workbench.ts'

const mostInhabitants = 100_000_000

/** Adds a revision to the figure of a municipality and a date; what stood before is kept. */
export async function setPopulation(
  bench: Workbench,
  edit: number,
  input: SetPopulationInput,
): Promise<void> {
  const { municipalityCode: code, on, inhabitants, basedOnRevision } = input
  const source = input.source.trim()
  const municipality = bench.before.municipalities.get(code)
  const before = await currentFigure(bench, code, on)
  const entityId = before?.globalId
  const refuse = (field: string, fault: Fault): void =>
    bench.refuse({ edit, ...(entityId && { entityId }) }, field, fault)

  if (!municipality) return refuse('municipalityCode', new Fault('NOT_A_PARTICIPANT', { code }))
  if (inhabitants < 0 || inhabitants > mostInhabitants)
    return refuse('inhabitants', new Fault('BAD_INHABITANTS', { inhabitants }))
  if (source === '' || source.length > 500) return refuse('source', new Fault('SOURCE_MISSING'))

  const revision = before?.revision ?? 0
  if (basedOnRevision < 0 || basedOnRevision > revision)
    return refuse('basedOnRevision', new Fault('UNKNOWN_VERSION', { version: basedOnRevision }))
  // A revision that an earlier edit of the same batch made is no news to whoever sent the batch.
  const isNews = before && revision !== basedOnRevision && !bench.touchedBy.has(before.globalId)
  if (isNews && before.inhabitants !== inhabitants) {
    const change = await bench.em.findOne(Change, { entityId: before.globalId })
    bench.conflicts.push({
      edit,
      entityId: before.globalId,
      field: 'inhabitants',
      basedOnVersion: basedOnRevision,
      currentVersion: revision,
      yours: inhabitants,
      current: before.inhabitants,
      changedBy: change?.actor ?? before.source,
      changedAt: before.recordedAt,
    })
    return
  }
  if (before?.inhabitants === inhabitants && before.source === source) return

  if (before) before.current = false
  const figure = bench.em.create(PopulationFigure, {
    municipality: ref(municipality),
    on,
    inhabitants,
    source,
    quality: PopulationQuality.CORRECTED,
    note: input.note?.trim() || null,
    revision: revision + 1,
  })
  bench.populations.push(figure)
  bench.record(
    { edit, entity: 'PopulationFigure', entityId: figure.globalId },
    { version: figure.revision },
    '+',
    before ? figureAsJson(before) : null,
    figureAsJson(figure),
  )
}

async function currentFigure(
  bench: Workbench,
  code: string,
  on: string,
): Promise<PopulationFigure | undefined> {
  const known = bench.populations.findLast(
    (figure) => figure.current && figure.on === on && figure.municipality.code === code,
  )
  return (
    known ??
    (await bench.em.findOne(PopulationFigure, { municipality: code, on, current: true })) ??
    undefined
  )
}

function figureAsJson(figure: PopulationFigure): Record<string, unknown> {
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
