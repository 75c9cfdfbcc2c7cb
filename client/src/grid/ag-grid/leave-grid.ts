const focusable =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])'

/**
 * Gives the focus to what comes after the grid on the page, or before it; past the end of the page to its
 * other end.
 *
 * @returns `false` when there is nothing, so that the key keeps its own meaning
 */
export function leaveGrid(box: HTMLElement | null, way: 1 | -1): boolean {
  if (!box) return false
  const all = [...document.querySelectorAll<HTMLElement>(focusable)]
  const side = way > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const outside = all.filter(
    (element) =>
      !box.contains(element) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled'),
  )
  const beside = outside.filter((element) => box.compareDocumentPosition(element) & side)
  const end = way > 0 ? 0 : -1
  const next = beside.at(end) ?? outside.at(end)
  next?.focus()
  return next !== undefined
}
