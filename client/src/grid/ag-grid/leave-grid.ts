const focusable =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])'

/**
 * Gives the focus to what comes after the grid on the page, or before it.
 *
 * @returns `false` when there is nothing, so that the key keeps its own meaning
 */
export function leaveGrid(box: HTMLElement | null, way: 1 | -1): boolean {
  if (!box) return false
  const all = [...document.querySelectorAll<HTMLElement>(focusable)]
  const side = way > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const beside = all.filter(
    (element) =>
      !box.contains(element) &&
      box.compareDocumentPosition(element) & side &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled'),
  )
  const next = way > 0 ? beside[0] : beside.at(-1)
  next?.focus()
  return next !== undefined
}
