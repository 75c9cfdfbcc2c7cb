import type { Language } from '@andel/schema/money'

/** Has the browser download a budget as a workbook, under the name that the server gives it. */
export function downloadWorkbook(budgetId: string, language: Language): void {
  const link = document.createElement('a')
  link.href = `/budgets/${encodeURIComponent(budgetId)}.xlsx?language=${language}`
  link.download = ''
  link.click()
}
