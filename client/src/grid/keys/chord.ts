/** A key press, as far as it matters. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey?: boolean
  readonly ctrlKey?: boolean
  readonly metaKey?: boolean
  readonly altKey?: boolean
}

/** Whether a key writes something, unlike `Enter` or `F2`. */
export function isCharacter(key: string): boolean {
  return [...key].length === 1
}

/** Whether somebody who presses this means to change a cell. */
export function wantsToType({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  const types = isCharacter(key) || ['Delete', 'Backspace', 'F2'].includes(key)
  return types && !ctrlKey && !metaKey && !altKey
}

/**
 * The name of a key press as bindings have it: `Ctrl+Shift+ArrowDown`, `Ctrl+d`, `Delete`. Cmd on a Mac is
 * Ctrl. Shift belongs to a character that cannot be had without it, as `/` on a Swedish keyboard.
 */
export function chordOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): string {
  const name = key === ' ' ? 'Space' : isCharacter(key) ? key.toLowerCase() : key
  const isSign = isCharacter(name) && !/\p{Letter}|\d/u.test(name)
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift', name]
    .filter(Boolean)
    .join('+')
}

const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }

/**
 * A chord as it is shown to people.
 *
 * @param names - of keys that have one in the present language, such as `Space`
 */
export function chordLabel(
  chord: string,
  names: Readonly<Record<string, string>>,
  isMac: boolean,
): string {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+')
  return parts
    .map((part) => {
      const shown = (isMac && macSigns[part]) || names[part] || part
      return shown.length === 1 ? shown.toUpperCase() : shown
    })
    .join(isMac ? ' ' : '+')
}
