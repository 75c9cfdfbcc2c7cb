import { describe, expect, it } from 'vitest'
import { keyCommand, type KeyPress } from './key-command.ts'

const press = (key: string, more: Partial<KeyPress> = {}) =>
  keyCommand({ key, editable: true, opens: false, ...more })

describe('keyCommand', () => {
  it.each([
    ['Enter', {}, 'down'],
    ['Enter', { shift: true }, 'up'],
    ['Tab', {}, 'right'],
    ['Tab', { shift: true }, 'left'],
  ] as const)('commits with %s %o and goes %s', (key, more, then) => {
    expect(press(key, { ...more, editing: 'line' })).toEqual({ do: 'commit', then })
  })

  it('gives up with Escape', () => {
    expect(press('Escape', { editing: 'line' })).toEqual({ do: 'giveUp' })
    expect(press('Escape')).toBeUndefined()
  })

  it('goes to the next cell with an arrow when the edit began by typing, and only then', () => {
    const entering = { editing: 'line', entering: true } as const
    expect(press('ArrowRight', entering)).toEqual({ do: 'commit', then: 'right' })
    expect(press('ArrowUp', entering)).toEqual({ do: 'commit', then: 'up' })
    expect(press('ArrowLeft', { editing: 'line' })).toBeUndefined()
    expect(press('ArrowLeft', { ...entering, shift: true })).toBeUndefined()
    expect(press('ArrowDown', { ...entering, editing: 'paragraph' })).toBeUndefined()
    expect(press('F2', entering)).toEqual({ do: 'switchMode' })
  })

  it('leaves what is typed to the editor', () => {
    expect(press('5', { editing: 'line' })).toBeUndefined()
    expect(press('Delete', { editing: 'line' })).toBeUndefined()
  })

  it('breaks a line in a paragraph with Alt+Enter, and commits with Enter', () => {
    expect(press('Enter', { editing: 'paragraph', alt: true })).toBeUndefined()
    expect(press('Enter', { editing: 'paragraph' })).toEqual({ do: 'commit', then: 'down' })
  })

  it('moves with Enter, or opens what there is to open', () => {
    expect(press('Enter')).toEqual({ do: 'move', then: 'down' })
    expect(press('Enter', { shift: true })).toEqual({ do: 'move', then: 'up' })
    expect(press('Enter', { opens: true, editable: false })).toEqual({ do: 'open' })
  })

  it('empties with Delete and starts empty with Backspace, where that may be', () => {
    expect(press('Delete')).toEqual({ do: 'clear' })
    expect(press('Backspace')).toEqual({ do: 'edit', with: 'Backspace' })
    expect(press('Delete', { editable: false })).toBeUndefined()
    expect(press('Delete', { lists: true })).toBeUndefined()
    expect(press('Delete', { ctrl: true })).toBeUndefined()
  })

  it('opens a list with Alt and the down arrow', () => {
    expect(press('ArrowDown', { alt: true, lists: true })).toEqual({ do: 'edit', with: 'F2' })
    expect(press('ArrowDown', { alt: true })).toBeUndefined()
    expect(press('ArrowDown')).toBeUndefined()
  })
})
