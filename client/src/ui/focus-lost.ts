/** Whether the focus is nowhere, as after what had it has gone: keys would begin at the top of the page. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
