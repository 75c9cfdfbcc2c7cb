import type { keys } from '../../text/sv/keys.ts'
import type { Motion, Way } from '../selection/motion.ts'
import type { CellUse } from './cell-uses.ts'

/** What a key asks of a sheet while no cell is being edited. */
export type SheetCommand =
  | `go ${Motion}`
  | `extend ${Motion}`
  | `next ${Way}`
  | 'select rows'
  | 'select columns'
  | 'select all'
  | 'collapse selection'
  | 'open'
  | 'edit'
  | 'type over'
  | 'clear'
  | 'today'
  | 'show active cell'
  | 'leave forward'
  | 'leave back'
  | FeatureCommand

/** Commands that a feature of the layer, or the sheet itself, performs. */
const featureCommands = [
  'help',
  'copy',
  'cut',
  'paste',
  'fill down',
  'fill right',
  'undo',
  'redo',
  'find',
  'find next',
  'find previous',
  'replace',
  'go to',
  'column menu',
  'cell menu',
  'tell',
  'add row',
  'remove row',
  'move row up',
  'move row down',
  'row group',
  'row note',
  'discuss',
  'history',
  'expand',
  'collapse',
  'next wrong',
  'previous wrong',
] as const
export type FeatureCommand = (typeof featureCommands)[number]

export type KeyGroup = 'move' | 'select' | 'edit' | 'clipboard' | 'rows' | 'find' | 'view'

/** Names a line of the help. */
export type KeyLine = keyof typeof keys.help

/** Keys that belong together, under one line of the help. */
export interface Binding {
  readonly group: KeyGroup
  readonly help: KeyLine
  readonly chords: Readonly<Record<string, SheetCommand>>
  /** What a cell must have for it. */
  readonly needs?: CellUse
}

/** Every key of a sheet while no cell is being edited. The help lists the very same. */
export const bindings: readonly Binding[] = [
  {
    group: 'move',
    help: 'arrows',
    chords: {
      ArrowUp: 'go up',
      ArrowDown: 'go down',
      ArrowLeft: 'go left',
      ArrowRight: 'go right',
    },
  },
  { group: 'move', help: 'tab', chords: { Tab: 'next right', 'Shift+Tab': 'next left' } },
  { group: 'move', help: 'enter', chords: { Enter: 'next down', 'Shift+Enter': 'next up' } },
  {
    group: 'move',
    help: 'edgeOfData',
    chords: {
      'Ctrl+ArrowUp': 'go edgeUp',
      'Ctrl+ArrowDown': 'go edgeDown',
      'Ctrl+ArrowLeft': 'go edgeLeft',
      'Ctrl+ArrowRight': 'go edgeRight',
    },
  },
  { group: 'move', help: 'row', chords: { Home: 'go rowStart', End: 'go rowEnd' } },
  { group: 'move', help: 'sheet', chords: { 'Ctrl+Home': 'go first', 'Ctrl+End': 'go last' } },
  {
    group: 'move',
    help: 'page',
    chords: {
      PageUp: 'go pageUp',
      PageDown: 'go pageDown',
      'Alt+PageUp': 'go pageLeft',
      'Alt+PageDown': 'go pageRight',
    },
  },
  { group: 'move', help: 'goTo', chords: { 'Ctrl+g': 'go to', F5: 'go to' } },
  { group: 'move', help: 'showActive', chords: { 'Ctrl+Backspace': 'show active cell' } },
  { group: 'move', help: 'leave', chords: { F6: 'leave forward', 'Shift+F6': 'leave back' } },
  {
    group: 'select',
    help: 'extend',
    chords: {
      'Shift+ArrowUp': 'extend up',
      'Shift+ArrowDown': 'extend down',
      'Shift+ArrowLeft': 'extend left',
      'Shift+ArrowRight': 'extend right',
    },
  },
  {
    group: 'select',
    help: 'extendToEdge',
    chords: {
      'Ctrl+Shift+ArrowUp': 'extend edgeUp',
      'Ctrl+Shift+ArrowDown': 'extend edgeDown',
      'Ctrl+Shift+ArrowLeft': 'extend edgeLeft',
      'Ctrl+Shift+ArrowRight': 'extend edgeRight',
    },
  },
  {
    group: 'select',
    help: 'extendFar',
    chords: {
      'Shift+Home': 'extend rowStart',
      'Shift+End': 'extend rowEnd',
      'Ctrl+Shift+Home': 'extend first',
      'Ctrl+Shift+End': 'extend last',
      'Shift+PageUp': 'extend pageUp',
      'Shift+PageDown': 'extend pageDown',
    },
  },
  {
    group: 'select',
    help: 'whole',
    chords: { 'Ctrl+Space': 'select columns', 'Shift+Space': 'select rows' },
  },
  { group: 'select', help: 'all', chords: { 'Ctrl+a': 'select all' } },
  { group: 'select', help: 'one', chords: { 'Shift+Backspace': 'collapse selection' } },
  { group: 'edit', help: 'edit', chords: { F2: 'edit' } },
  { group: 'edit', help: 'typeOver', chords: { Backspace: 'type over' } },
  { group: 'edit', help: 'clear', chords: { Delete: 'clear' } },
  { group: 'edit', help: 'today', chords: { 'Ctrl+;': 'today' }, needs: 'text' },
  { group: 'edit', help: 'fill', chords: { 'Ctrl+d': 'fill down', 'Ctrl+r': 'fill right' } },
  {
    group: 'edit',
    help: 'undo',
    chords: { 'Ctrl+z': 'undo', 'Ctrl+y': 'redo', 'Ctrl+Shift+z': 'redo' },
  },
  { group: 'rows', help: 'addRow', chords: { 'Ctrl+Insert': 'add row' } },
  {
    group: 'rows',
    help: 'removeRow',
    chords: { 'Ctrl+Delete': 'remove row' },
  },
  {
    group: 'rows',
    help: 'moveRow',
    chords: { 'Alt+ArrowUp': 'move row up', 'Alt+ArrowDown': 'move row down' },
  },
  { group: 'rows', help: 'rowGroup', chords: { 'Alt+Shift+ArrowRight': 'row group' } },
  { group: 'rows', help: 'rowNote', chords: { 'Shift+F2': 'row note' } },
  { group: 'rows', help: 'comment', chords: { 'Ctrl+Shift+F2': 'discuss' } },
  {
    group: 'rows',
    help: 'collapse',
    chords: { 'Alt+-': 'collapse', 'Alt++': 'expand' },
  },
  { group: 'find', help: 'find', chords: { 'Ctrl+f': 'find' } },
  { group: 'find', help: 'findNext', chords: { F3: 'find next', 'Shift+F3': 'find previous' } },
  {
    group: 'find',
    help: 'nextWrong',
    chords: { F8: 'next wrong', 'Shift+F8': 'previous wrong' },
  },
  { group: 'find', help: 'replace', chords: { 'Ctrl+h': 'replace' } },
  {
    group: 'view',
    help: 'columnMenu',
    chords: { 'Ctrl+Shift+l': 'column menu', 'Alt+Shift+ArrowDown': 'column menu' },
  },
  {
    group: 'view',
    help: 'cellMenu',
    chords: { 'Shift+F10': 'cell menu', ContextMenu: 'cell menu' },
  },
  { group: 'view', help: 'history', chords: { 'Shift+F4': 'history' } },
  { group: 'view', help: 'tell', chords: { 'Alt+Enter': 'tell' } },
  { group: 'view', help: 'help', chords: { F1: 'help', 'Ctrl+/': 'help' } },
]

/** Keys that the browser or an open editor understands by itself; listed in the help, and nothing more. */
export const nativeKeys: readonly {
  readonly group: KeyGroup
  readonly help: KeyLine
  readonly chords: readonly string[]
  readonly needs?: CellUse
}[] = [
  { group: 'edit', help: 'type', chords: ['A', '…', '9'] },
  { group: 'edit', help: 'commit', chords: ['Enter', 'Tab'] },
  { group: 'edit', help: 'giveUp', chords: ['Escape'] },
  { group: 'edit', help: 'commitToAll', chords: ['Ctrl+Enter'] },
  { group: 'edit', help: 'newLine', chords: ['Alt+Enter'], needs: 'paragraph' },
  { group: 'edit', help: 'list', chords: ['Alt+ArrowDown'], needs: 'list' },
  { group: 'view', help: 'explain', chords: ['Enter'], needs: 'opens' },
  { group: 'view', help: 'print', chords: ['Ctrl+p'] },
  { group: 'clipboard', help: 'copy', chords: ['Ctrl+c'] },
  { group: 'clipboard', help: 'cut', chords: ['Ctrl+x'] },
  { group: 'clipboard', help: 'paste', chords: ['Ctrl+v'] },
]

/** Whether somebody must have said what a command does; the others every sheet has. */
export function isFeature(command: SheetCommand): command is FeatureCommand {
  return featureCommands.some((feature) => feature === command)
}

const byChord = new Map(bindings.flatMap(({ chords }) => Object.entries(chords)))

/** The command that a chord is bound to. */
export function boundTo(chord: string): SheetCommand | undefined {
  return byChord.get(chord)
}

/** The first chord of a command, to be shown beside its entry in a menu. */
export function chordFor(command: SheetCommand): string | undefined {
  for (const [chord, bound] of byChord) if (bound === command) return chord
  return undefined
}
