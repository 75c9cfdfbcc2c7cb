import type { SheetCommand } from './bindings.ts'
import { chordFor, nativeKeys } from './bindings.ts'
import { chordLabel } from './chord.ts'
import { useKeyNames } from './useKeyNames.ts'

const isMac = /Mac/.test(navigator.platform)

/** The key of a command as it is shown beside its name in a menu; nothing when it has none. */
export function useShortcut() {
  const names = useKeyNames()
  return (command: SheetCommand): string | undefined => {
    const native = nativeKeys.find(({ help }) => help === command)
    const chord = chordFor(command) ?? native?.chords[0]
    return chord === undefined ? undefined : chordLabel(chord, names.value, isMac)
  }
}
