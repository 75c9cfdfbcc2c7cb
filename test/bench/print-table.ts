import type { Cell, TableResult } from './table.ts'

type Rate = Extract<Cell, { readonly rate: number }>

/** The table as text: milliseconds or answers/s, and in brackets how many times the first subject's that is. */
export function printTable(title: string, { labels, subjects, rows, goals, notes }: TableResult) {
  const [own] = subjects
  const lines = rows.map((row) => {
    const base = own === undefined ? undefined : row.cells[own]
    return [...row.labels, ...subjects.map((subject) => show(row.cells[subject], base))]
  })
  const all = [[...labels, ...subjects], ...lines]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  const text = all.map((line) =>
    line
      .map((cell, column) =>
        column < labels.length ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  const promises = goals.map(({ text: goal, kept }) => `${kept ? 'kept  ' : 'MISSED'}  ${goal}`)
  console.log(['', title, '', ...text, '', ...promises, '', ...notes, ''].join('\n'))
}

function show(cell: Cell | undefined, base: Cell | undefined): string {
  if (!cell) return '–'
  if ('missing' in cell) return cell.missing
  if ('rate' in cell) return showRate(cell, base)
  const time = `${cell.scaledFrom === undefined ? '' : '≈ '}${threeFigures(cell.ms)}`
  if (cell === base || !base || !('ms' in base)) return time
  return `${time} (${threeFigures(cell.ms / base.ms)}×)`
}

function showRate(cell: Rate, base: Cell | undefined): string {
  const text = `${threeFigures(cell.rate)} ${threeFigures(cell.p50)}/${threeFigures(cell.p99)}`
  if (cell === base || !base || !('rate' in base)) return text
  return `${text} (${threeFigures(cell.rate / base.rate)}×)`
}

function threeFigures(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
