/** What a key means in a sheet, before the grid itself looks at it. */
export type KeyCommand =
  | { readonly do: 'commit'; readonly then: Step }
  | { readonly do: 'giveUp' }
  | { readonly do: 'move'; readonly then: Step }
  | { readonly do: 'open' }
  | { readonly do: 'edit'; readonly with: 'Backspace' | 'F2' }
  | { readonly do: 'clear' }
  /** From Excel's Enter mode, where arrows go to the next cell, to its Edit mode, and back. */
  | { readonly do: 'switchMode' }

export type Step = 'down' | 'up' | 'right' | 'left'

/** A key press and where it happens. */
export interface KeyPress {
  readonly key: string
  readonly shift?: boolean
  readonly ctrl?: boolean
  readonly alt?: boolean
  /** What is being edited, if anything. */
  readonly editing?: 'line' | 'paragraph' | 'list' | undefined
  /** The edit began by typing over the cell: arrows commit. After F2 they move in the text instead. */
  readonly entering?: boolean
  readonly editable: boolean
  /** Whether the cell has something to open: an explanation, a message. */
  readonly opens: boolean
  /** Whether editing the cell opens a list. */
  readonly lists?: boolean
}

/**
 * Excel's keys, as far as the grid does not have them by itself. `undefined`: the grid's own meaning, such as
 * arrows that move, or a letter that starts an edit.
 */
export function keyCommand(press: KeyPress): KeyCommand | undefined {
  return press.editing ? whileEditing(press) : whileStanding(press)
}

const arrows: Readonly<Record<string, Step>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
}

function whileEditing(press: KeyPress): KeyCommand | undefined {
  const { key, shift, ctrl, alt, editing, entering } = press
  if (key === 'Escape') return { do: 'giveUp' }
  if (key === 'F2' && editing === 'line') return { do: 'switchMode' }
  const then = arrows[key]
  if (then && entering && editing === 'line' && !shift && !ctrl && !alt)
    return { do: 'commit', then }
  if (key === 'Tab') return { do: 'commit', then: shift ? 'left' : 'right' }
  if (key !== 'Enter') return undefined
  if (editing === 'paragraph' && (alt || ctrl || shift)) return undefined // a new line
  return { do: 'commit', then: shift ? 'up' : 'down' }
}

function whileStanding(press: KeyPress): KeyCommand | undefined {
  const { key, shift, ctrl, alt, editable, opens, lists } = press
  if (key === 'Enter' && !ctrl && !alt) {
    return opens ? { do: 'open' } : { do: 'move', then: shift ? 'up' : 'down' }
  }
  if (!editable) return undefined
  if (key === 'ArrowDown' && alt && lists) return { do: 'edit', with: 'F2' }
  if (ctrl || alt) return undefined
  if (key === 'Delete' && !lists) return { do: 'clear' }
  if (key === 'Backspace' && !lists) return { do: 'edit', with: 'Backspace' }
  return undefined
}
