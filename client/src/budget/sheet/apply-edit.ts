import { isPosition } from '@andel/schema/budget'
import type { Edit, LineFields } from './edit.ts'
import type { PopulationRecord, Sheet, SheetLine } from './sheet.ts'

/**
 * The sheet as it would be after an edit. What the edit does not touch stays the same object; an edit of
 * something that is gone changes nothing.
 */
export function applyEdit(sheet: Sheet, edit: Edit): Sheet {
  switch (edit.kind) {
    case 'setLine':
      return withLines(
        sheet,
        sheet.lines.map((line) => (line.id === edit.lineId ? setFields(line, edit.fields) : line)),
      )
    case 'addLine':
      return withLines(
        sheet,
        insertAfter(
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
  return edits.reduce(applyEdit, sheet)
}

/** A line where nothing is typed yet. */
const emptyLine = {
  version: 0,
  kind: 'COST',
  description: '',
  workload: null,
  months: null,
  monthlyCost: null,
  amount: null,
  moneySource: 'WITHIN_FRAME',
  excluded: [],
  note: '',
  decision: '',
} as const satisfies Omit<SheetLine, 'id' | 'keyId'>

/** A line with a monthly cost is a position: a typed amount gives way, as it does on the server. */
function setFields(line: SheetLine, fields: LineFields): SheetLine {
  const next = { ...line, ...fields }
  return isPosition(next) && next.amount !== null ? { ...next, amount: null } : next
}

function withLines(sheet: Sheet, lines: readonly SheetLine[]): Sheet {
  return { ...sheet, lines }
}

/** After the line with the id; first when it is null, last when there is no such line. */
function insertAfter(lines: readonly SheetLine[], line: SheetLine, afterId: string | null) {
  if (afterId === null) return [line, ...lines]
  const index = lines.findIndex(({ id }) => id === afterId)
  return index < 0 ? [...lines, line] : lines.toSpliced(index + 1, 0, line)
}

function moveLine(lines: readonly SheetLine[], lineId: string, afterId: string | null) {
  const line = lines.find(({ id }) => id === lineId)
  if (!line || lineId === afterId) return lines
  return insertAfter(
    lines.filter((other) => other !== line),
    line,
    afterId,
  )
}

function setPopulation(sheet: Sheet, edit: Extract<Edit, { kind: 'setPopulation' }>): Sheet {
  const { on, code, inhabitants, source, note } = edit
  const revision = sheet.records[on]?.[code]?.revision ?? 0
  const record: PopulationRecord = { inhabitants, source, quality: 'CORRECTED', note, revision }
  return {
    ...sheet,
    records: { ...sheet.records, [on]: { ...sheet.records[on], [code]: record } },
    populations: { ...sheet.populations, [on]: { ...sheet.populations[on], [code]: inhabitants } },
  }
}
