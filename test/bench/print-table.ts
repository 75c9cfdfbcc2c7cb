import type { Cell, TableResult } from './table.ts'

/** The table as text: milliseconds, and in brackets how many times the first subject's that is. */
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
  const time = `${cell.scaledFrom === undefined ? '' : '≈ '}${threeFigures(cell.ms)}`
  if (cell === base || !base || 'missing' in base) return time
  return `${time} (${threeFigures(cell.ms / base.ms)}×)`
}

function threeFigures(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
