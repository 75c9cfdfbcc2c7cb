import { changeSection, isPosition, putLine } from '@andel/schema/budget'
import { cellRuns, isOfCells, type CellEdit } from './cell-runs.ts'
import type { Edit, LineFields } from './edit.ts'
import { withFormulas } from './formulas.ts'
import type { PopulationRecord, Sheet, SheetLine } from './sheet.ts'

/**
 * The sheet as it would be after an edit. What the edit does not touch stays the same object; an edit of
 * something that is gone changes nothing.
 */
export function applyEdit(sheet: Sheet, edit: Edit): Sheet {
  switch (edit.kind) {
    case 'setLine':
      return setLine(sheet, edit.lineId, edit.fields)
    case 'addLine':
      return withLines(
        sheet,
        putLine(
          sheet.lines,
          setFields({ ...emptyLine, id: edit.lineId, keyId: edit.fields.keyId }, edit.fields),
          edit.afterLineId ?? sheet.lines.at(-1)?.id ?? null,
        ),
      )
    case 'removeLine':
      return withLines(
        sheet,
        sheet.lines.filter(({ id }) => id !== edit.lineId),
      )
    case 'restoreLine':
      if (sheet.lines.some(({ id }) => id === edit.lineId)) return sheet
      // a line that an earlier version of Andel kept has fewer fields
      return withLines(
        sheet,
        putLine(sheet.lines, { ...emptyLine, ...edit.line }, edit.afterLineId),
      )
    case 'moveLine':
      return withLines(sheet, moveLine(sheet.lines, edit.lineId, edit.afterLineId))
    case 'setPopulation':
      return setPopulation(sheet, edit)
    case 'setKey':
    case 'addKey': {
      const version = sheet.keys[edit.keyId]?.version ?? 0
      return { ...sheet, keys: { ...sheet.keys, [edit.keyId]: { ...edit.key, version } } }
    }
    case 'removeKey': {
      const left = Object.entries(sheet.keys).filter(([id]) => id !== edit.keyId)
      return { ...sheet, keys: Object.fromEntries(left) }
    }
  }
}

export function applyEdits(sheet: Sheet, edits: readonly Edit[]): Sheet {
  return cellRuns(edits).reduce((before, run) => {
    const cells = run.filter(isOfCells)
    return cells.length > 1 ? setCells(before, cells) : run.reduce(applyEdit, before)
  }, sheet)
}

/** Many lines at once: each would copy them all. */
function setCells(sheet: Sheet, edits: readonly CellEdit[]): Sheet {
  const changed = new Map<string, LineFields[]>()
  for (const { lineId, fields } of edits) {
    const before = changed.get(lineId)
    if (before) before.push(fields)
    else changed.set(lineId, [fields])
  }
  const lines = sheet.lines.map((line) => changed.get(line.id)?.reduce(setFields, line) ?? line)
  return withLines(sheet, lines)
}

/** A line where nothing is typed yet. */
export const emptyLine = {
  version: 0,
  section: '',
  kind: 'COST',
  description: '',
  workload: null,
  workloadFormula: null,
  months: null,
  monthsFormula: null,
  monthlyCost: null,
  monthlyCostFormula: null,
  amount: null,
  amountFormula: null,
  moneySource: 'WITHIN_FRAME',
  excluded: [],
  note: '',
  decision: '',
  openedTo: [],
} as const satisfies Omit<SheetLine, 'id' | 'keyId'>

function setLine(sheet: Sheet, lineId: string, fields: LineFields): Sheet {
  const { lines } = sheet
  const index = lines.findIndex(({ id }) => id === lineId)
  const line = lines[index]
  if (!line) return sheet
  const next = setFields(line, fields)
  return withLines(
    sheet,
    next.section === line.section ? lines.with(index, next) : changeSection(lines, next),
  )
}

/** A line with a monthly cost is a position: a typed amount gives way, as it does on the server. */
function setFields(line: SheetLine, fields: LineFields): SheetLine {
  const next = { ...line, ...withFormulas(fields) }
  return isPosition(next) && next.amount !== null
    ? { ...next, amount: null, amountFormula: null }
    : next
}

function withLines(sheet: Sheet, lines: readonly SheetLine[]): Sheet {
  return { ...sheet, lines }
}

function moveLine(lines: readonly SheetLine[], lineId: string, afterId: string | null) {
  const line = lines.find(({ id }) => id === lineId)
  return !line || lineId === afterId ? lines : putLine(lines, line, afterId)
}

function setPopulation(sheet: Sheet, edit: Extract<Edit, { kind: 'setPopulation' }>): Sheet {
  const { on, code, inhabitants, source, note } = edit
  const revision = sheet.records[on]?.[code]?.revision ?? 0
  const quality = revision > 0 ? 'CORRECTED' : 'SECONDARY'
  const record: PopulationRecord = { inhabitants, source, quality, note, revision }
  return {
    ...sheet,
    records: { ...sheet.records, [on]: { ...sheet.records[on], [code]: record } },
    populations: { ...sheet.populations, [on]: { ...sheet.populations[on], [code]: inhabitants } },
  }
}
