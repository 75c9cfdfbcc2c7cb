import { bindings, nativeKeys, type KeyGroup, type SheetCommand } from './bindings.ts'

/** One line of the help: what it is called, and the chords that do it. */
export interface KeyHelpLine {
  readonly help: string
  readonly chords: readonly string[]
}

/** Every key that does something here, in groups, as the help lists them. */
export function keyHelp(
  performs: (command: SheetCommand) => boolean,
): readonly { readonly group: KeyGroup; readonly lines: readonly KeyHelpLine[] }[] {
  const lines = [
    ...bindings
      .filter(({ chords }) => Object.values(chords).some(performs))
      .map(({ group, help, chords }) => ({ group, help, chords: Object.keys(chords) })),
    ...nativeKeys,
  ]
  return [...Map.groupBy(lines, ({ group }) => group)].map(([group, ofGroup]) => ({
    group,
    lines: ofGroup.map(({ help, chords }) => ({ help, chords })),
  }))
}
