import { parseDecimal, parseKronor, type Ore } from '@andel/schema/money'
import type { SheetFragment } from '@andel/schema/operations'
import { localId, type LocalIds } from './local-ids.ts'
import { populationFacts } from './population-facts.ts'
import { readKey } from './read-key.ts'
import type { PopulationRecord, PopulationRecords, Sheet, SheetLine, SheetRights } from './sheet.ts'

/** A budget as the server tells it → as the sheet holds it, with the ids of this screen. */
export function readSheet(answer: SheetFragment, ids: LocalIds = {}): Sheet {
  const { id, year, title, state, sequence, jointService, agreement, defaultKey } = answer
  const records = readRecords(answer.populations)
  return {
    id,
    year,
    title,
    state,
    rights: readRights(answer.rights),
    sequence,
    service: jointService,
    agreement,
    defaultKeyId: localId(defaultKey.id, ids),
    names: Object.fromEntries(answer.participants.map(({ code, name }) => [code, name])),
    participants: readParticipants(answer),
    keys: Object.fromEntries(answer.keys.map((key) => [localId(key.id, ids), readKey(key)])),
    records,
    populations: populationFacts(records),
    lines: answer.lines.map((line) => readLine(line, ids)),
    places: Object.fromEntries(answer.lines.map(({ id, place }) => [localId(id, ids), place])),
  }
}

function readRights({ editsAll, figuresOf, writesFor }: SheetFragment['rights']): SheetRights {
  return {
    editsAll,
    figuresOf: figuresOf.map(({ code }) => code),
    writesFor: writesFor.map(({ code }) => code),
  }
}

function readParticipants({ participants, participantMonths }: SheetFragment) {
  const months = new Map(
    participantMonths.map((covered) => [covered.municipality.code, covered.months]),
  )
  return participants.map(({ code }) => ({ code, months: months.get(code) ?? 12 }))
}

function readRecords(figures: SheetFragment['populations']): PopulationRecords {
  const records: Record<string, Record<string, PopulationRecord>> = {}
  for (const { municipality, on, inhabitants, source, quality, note, revision } of figures) {
    const record = { inhabitants, source, quality, note, revision }
    ;(records[on] ??= {})[municipality.code] = record
  }
  return records
}

function readLine(line: SheetFragment['lines'][number], ids: LocalIds): SheetLine {
  const { version, section, kind, description, workload, months, moneySource, note, decision } =
    line
  const { workloadFormula, monthsFormula, monthlyCostFormula, amountFormula } = line
  return {
    id: localId(line.id, ids),
    version,
    section,
    kind,
    description,
    workload,
    workloadFormula,
    months: months === null ? null : parseDecimal(months, 1),
    monthsFormula,
    monthlyCost: readMoney(line.monthlyCost),
    monthlyCostFormula,
    amount: readMoney(line.typedAmount),
    amountFormula,
    moneySource,
    keyId: localId(line.key.id, ids),
    excluded: line.excluded.map(({ code }) => code),
    note,
    decision,
    openedTo: line.openedTo.map(({ code }) => code),
  }
}

function readMoney(text: string | null): Ore | null {
  return text === null ? null : parseKronor(text)
}
