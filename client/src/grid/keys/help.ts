import { bindings, nativeKeys, type KeyGroup, type KeyLine, type SheetCommand } from './bindings.ts'
import type { CellUse } from './cell-uses.ts'

/** One line of the help: what it is called, and the chords that do it. */
export interface KeyHelpLine {
  readonly help: KeyLine
  readonly chords: readonly string[]
}

/** Every key that does something here, in groups, as the help lists them. */
export function keyHelp(
  performs: (command: SheetCommand) => boolean,
  uses: ReadonlySet<CellUse>,
): readonly { readonly group: KeyGroup; readonly lines: readonly KeyHelpLine[] }[] {
  const isUsed = ({ needs }: { readonly needs?: CellUse }): boolean => !needs || uses.has(needs)
  const lines = [
    ...bindings
      .filter((binding) => isUsed(binding) && Object.values(binding.chords).some(performs))
      .map(({ group, help, chords }) => ({
        group,
        help,
        chords: arrowsAsOne(Object.keys(chords)),
      })),
    ...nativeKeys.filter(isUsed),
  ]
  return [...Map.groupBy(lines, ({ group }) => group)].map(([group, ofGroup]) => ({
    group,
    lines: ofGroup.map(({ help, chords }) => ({ help, chords })),
  }))
}

/** All four arrows are named once, as `Ctrl+Arrow`. */
function arrowsAsOne(chords: readonly string[]): readonly string[] {
  const arrow = /Arrow(Up|Down|Left|Right)$/
  const isArrows = chords.length === 4 && chords.every((chord) => arrow.test(chord))
  return isArrows ? [chords[0]!.replace(arrow, 'Arrow')] : chords
}
