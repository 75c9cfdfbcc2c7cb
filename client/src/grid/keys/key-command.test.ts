import { describe, expect, it } from 'vitest'
import { bindings, boundTo, chordFor, isFeature } from './bindings.ts'
import { chordLabel, chordOf, type KeyPress } from './chord.ts'
import type { CellUse } from './cell-uses.ts'
import { keyHelp } from './help.ts'
import { keyCommand, type Standing } from './key-command.ts'

const inCell: Standing = { editable: true, opens: false }
const press = (key: string, keys: Partial<KeyPress> = {}, where: Partial<Standing> = {}) =>
  keyCommand({ key, ...keys }, { ...inCell, ...where })
const ran = (command: string) => ({ do: 'run', command })

describe('while a cell is edited', () => {
  it.each([
    ['Enter', {}, 'down'],
    ['Enter', { shiftKey: true }, 'up'],
    ['Tab', {}, 'right'],
    ['Tab', { shiftKey: true }, 'left'],
  ] as const)('commits with %s %o and goes %s', (key, keys, then) => {
    expect(press(key, keys, { editing: 'line' })).toEqual({ do: 'commit', then, walks: true })
  })

  it('gives up with Escape', () => {
    expect(press('Escape', {}, { editing: 'line' })).toEqual({ do: 'giveUp' })
    expect(press('Escape')).toBeUndefined()
  })

  it('goes to the next cell with an arrow when the edit began by typing, and only then', () => {
    const entering = { editing: 'line', entering: true } as const
    expect(press('ArrowRight', {}, entering)).toEqual({
      do: 'commit',
      then: 'right',
      walks: false,
    })
    expect(press('ArrowUp', {}, entering)).toMatchObject({ do: 'commit', then: 'up' })
    expect(press('ArrowLeft', {}, { editing: 'line' })).toBeUndefined()
    expect(press('ArrowLeft', { shiftKey: true }, entering)).toBeUndefined()
    expect(press('ArrowDown', {}, { ...entering, editing: 'paragraph' })).toBeUndefined()
    expect(press('F2', {}, entering)).toEqual({ do: 'switchMode' })
  })

  it('leaves what is typed to the editor', () => {
    expect(press('5', {}, { editing: 'line' })).toBeUndefined()
    expect(press('Delete', {}, { editing: 'line' })).toBeUndefined()
    expect(press('a', { ctrlKey: true }, { editing: 'line' })).toBeUndefined()
  })

  it('commits to the whole selection with Ctrl+Enter', () => {
    expect(press('Enter', { ctrlKey: true }, { editing: 'line' })).toEqual({ do: 'commitToAll' })
  })

  it('leaves Alt+Enter to a paragraph, and F2 to it and to a list', () => {
    expect(press('Enter', { altKey: true }, { editing: 'line' })).toMatchObject({ then: 'down' })
    expect(press('F2', {}, { editing: 'paragraph' })).toBeUndefined()
  })

  it('breaks a line in a paragraph with Alt+Enter, and commits with Enter', () => {
    const editing = { editing: 'paragraph' } as const
    expect(press('Enter', { altKey: true }, editing)).toBeUndefined()
    expect(press('Enter', { shiftKey: true }, editing)).toBeUndefined()
    expect(press('Enter', {}, editing)).toMatchObject({ do: 'commit', then: 'down' })
  })

  it('writes the date of today with Ctrl+;', () => {
    expect(press(';', { ctrlKey: true }, { editing: 'line' })).toEqual({ do: 'insertToday' })
    expect(press(';', { ctrlKey: true }, { editing: 'list' })).toBeUndefined()
  })
})

describe('while no cell is edited', () => {
  it.each([
    ['ArrowDown', {}, 'go down'],
    ['ArrowDown', { ctrlKey: true }, 'go edgeDown'],
    ['ArrowDown', { shiftKey: true }, 'extend down'],
    ['ArrowRight', { ctrlKey: true, shiftKey: true }, 'extend edgeRight'],
    ['Home', {}, 'go rowStart'],
    ['End', { ctrlKey: true }, 'go last'],
    [' ', { ctrlKey: true }, 'select columns'],
    [' ', { shiftKey: true }, 'select rows'],
    ['a', { metaKey: true }, 'select all'],
    ['A', { ctrlKey: true }, 'select all'],
    ['z', { ctrlKey: true, shiftKey: true }, 'redo'],
    [';', { ctrlKey: true, shiftKey: true }, 'today'], // Shift on a Swedish keyboard
    ['/', { ctrlKey: true, shiftKey: true }, 'help'],
    ['F1', {}, 'help'],
    ['Delete', {}, 'clear'],
    ['Delete', { ctrlKey: true }, 'remove row'],
    ['Backspace', {}, 'type over'],
  ] as const)('%s %o: %s', (key, keys, command) => {
    expect(press(key, keys)).toEqual(ran(command))
  })

  it('opens what there is to open with Enter, or goes on', () => {
    expect(press('Enter')).toEqual(ran('next down'))
    expect(press('Enter', {}, { opens: true, editable: false })).toEqual(ran('open'))
  })

  it('opens a list with Alt and the down arrow, and moves the row elsewhere', () => {
    expect(press('ArrowDown', { altKey: true }, { lists: true })).toEqual(ran('edit'))
    expect(press('ArrowDown', { altKey: true })).toEqual(ran('move row down'))
  })

  it('types over with the space bar, where that can be', () => {
    expect(press(' ')).toEqual(ran('type over'))
    expect(press(' ', {}, { editable: false })).toBeUndefined()
  })

  it('leaves letters and zooming to whoever wants them', () => {
    expect(press('5')).toBeUndefined()
    expect(press('+', { ctrlKey: true })).toBeUndefined()
    expect(press('-', { ctrlKey: true })).toBeUndefined()
  })
})

describe('bindings', () => {
  it('bind no chord twice', () => {
    const chords = bindings.flatMap((binding) => Object.keys(binding.chords))
    expect(chords).toEqual([...new Set(chords)])
  })

  it('tell commands of every sheet from those that a sheet must perform', () => {
    expect(isFeature('go up')).toBe(false)
    expect(isFeature('undo')).toBe(true)
  })

  it('are found from chord and from command', () => {
    expect(boundTo('Ctrl+d')).toBe('fill down')
    expect(chordFor('redo')).toBe('Ctrl+y')
    expect(boundTo('Ctrl+Alt+q')).toBeUndefined()
  })
})

describe('the help', () => {
  it('lists what does something here, all four arrows as one', () => {
    const lines = keyHelp((command) => command !== 'undo' && command !== 'redo', new Set())
    const all = lines.flatMap((group) => group.lines)
    expect(all.map(({ help }) => help)).not.toContain('undo')
    expect(all.find(({ help }) => help === 'edgeOfData')?.chords).toEqual(['Ctrl+Arrow'])
    expect(all.find(({ help }) => help === 'moveRow')?.chords).toEqual([
      'Alt+ArrowUp',
      'Alt+ArrowDown',
    ])
    expect(lines.map(({ group }) => group)).toContain('clipboard')
  })

  it('lists a key that some cells alone have a use for only where there are such cells', () => {
    const named = (...uses: CellUse[]) =>
      keyHelp(() => true, new Set(uses))
        .flatMap((group) => group.lines)
        .map(({ help }) => help)
    const special = ['today', 'newLine', 'list', 'explain']
    expect(named().filter((line) => special.includes(line))).toEqual([])
    expect(named('text', 'opens').filter((line) => special.includes(line))).toEqual([
      'today',
      'explain',
    ])
  })
})

describe('a chord', () => {
  it('names a key with what is held', () => {
    expect(chordOf({ key: 'ArrowUp', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+ArrowUp')
    expect(chordOf({ key: 'D', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+d')
    expect(chordOf({ key: '/', ctrlKey: true, shiftKey: true })).toBe('Ctrl+/')
  })

  it('is shown by the names of the language, and with the signs of a Mac there', () => {
    const names = { Space: 'Blanksteg', ArrowUp: 'Pil upp' }
    expect(chordLabel('Ctrl+ArrowUp', names, false)).toBe('Ctrl+Pil upp')
    expect(chordLabel('Ctrl+Space', names, false)).toBe('Ctrl+Blanksteg')
    expect(chordLabel('Ctrl+Shift+z', names, true)).toBe('⌘ ⇧ Z')
    expect(chordLabel('Alt++', names, false)).toBe('Alt++')
  })
})
