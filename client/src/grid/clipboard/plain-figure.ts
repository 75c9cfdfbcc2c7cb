/** Brackets, a sign, the currency, a sign, digits, a unit; each of them or none. */
const accounting =
  /^(\(?)\s*([-\u2212\u2011\u2013]?)\s*(kr\.?)?\s*([-\u2212\u2011\u2013]?)\s*(\d[\d\s.,]*)?(kr|tkr|mnkr|%)?\s*(\)?)$/i

/**
 * A figure as it would be typed, of one that is set as spreadsheets set accounts: a lone dash is 0, brackets
 * are a minus, the currency may stand first. Any other text stays as it is.
 */
export function plainFigure(text: string): string {
  const parts = accounting.exec(text.trim())
  if (!parts) return text
  const [, opened, outer, currency, inner, digits, unit, closed] = parts
  const signs = [outer, inner, opened].filter(Boolean).length
  if (Boolean(opened) !== Boolean(closed) || signs > 1 || (currency && unit)) return text
  if (!digits) return signs === 1 && !opened ? '0' : text
  if (!opened && !currency) return text
  return `${signs === 1 ? '-' : ''}${digits.trim()}${unit || currency ? ` ${unit ?? 'kr'}` : ''}`
}
