import { boundTo, type SheetCommand } from './bindings.ts'
import { chordOf, type KeyPress } from './chord.ts'
import type { Way } from '../selection/motion.ts'

/** What a key means in a sheet, before the grid itself looks at it. */
export type KeyCommand =
  | { readonly do: 'run'; readonly command: SheetCommand }
  /** `walks`: as Tab and Enter do, within the range; otherwise to the neighbour, which alone is selected. */
  | { readonly do: 'commit'; readonly then: Way; readonly walks: boolean }
  /** Into every selected cell that takes it. */
  | { readonly do: 'commitToAll' }
  | { readonly do: 'giveUp' }
  /** From Excel's Enter mode, where arrows go to the next cell, to its Edit mode, and back. */
  | { readonly do: 'switchMode' }
  | { readonly do: 'insertToday' }

/** Where a key is pressed. */
export interface Standing {
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

/** Excel's keys. `undefined`: the key's own meaning, such as a letter that starts an edit. */
export function keyCommand(press: KeyPress, standing: Standing): KeyCommand | undefined {
  return standing.editing ? whileEditing(press, standing) : whileStanding(press, standing)
}

const arrows: Readonly<Record<string, Way>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
}

function whileEditing(press: KeyPress, { editing, entering }: Standing): KeyCommand | undefined {
  const chord = chordOf(press)
  const then = arrows[chord]
  if (then && entering && editing === 'line') return { do: 'commit', then, walks: false }
  switch (chord) {
    case 'Escape':
      return { do: 'giveUp' }
    case 'F2':
      return editing === 'line' ? { do: 'switchMode' } : undefined
    case 'Tab':
      return walk('right')
    case 'Shift+Tab':
      return walk('left')
    case 'Enter':
      return walk('down')
    case 'Shift+Enter':
      return editing === 'paragraph' ? undefined : walk('up')
    case 'Ctrl+Enter':
      return { do: 'commitToAll' }
    case 'Alt+Enter':
      return editing === 'paragraph' ? undefined : walk('down')
    default:
      return boundTo(chord) === 'today' && editing !== 'list' ? { do: 'insertToday' } : undefined
  }
}

function whileStanding(press: KeyPress, standing: Standing): KeyCommand | undefined {
  const { editable, opens, lists } = standing
  const chord = chordOf(press)
  if (chord === 'Enter' && opens) return run('open')
  if (chord === 'Alt+ArrowDown' && lists && editable) return run('edit')
  if (chord === 'Space' && editable) return run('type over') // the grid itself has another use for it
  const command = boundTo(chord)
  return command && run(command)
}

function walk(then: Way): KeyCommand {
  return { do: 'commit', then, walks: true }
}

function run(command: SheetCommand): KeyCommand {
  return { do: 'run', command }
}
