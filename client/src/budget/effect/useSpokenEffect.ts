import { watch, type Ref } from 'vue'
import type { CellPlace } from '../../grid/cell.ts'
import { columnCode } from '../columns/column-code.ts'
import type { OpenSheet } from '../open-sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { spokenEffect } from './spoken-effect.ts'
import { spokenHeld } from './spoken-held.ts'

interface SpokenEffectOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly focus: Readonly<Ref<CellPlace | undefined>>
  readonly spoken: Ref<string>
}

/**
 * Says what each edit made here did to the shares, once it is meant, and when it was refused after all; not
 * what others did.
 */
export function useSpokenEffect({ sheet, voice, focus, spoken }: SpokenEffectOptions): void {
  const { figures, saving } = sheet
  watch(saving.held, (now, before) => {
    const text = spokenHeld(before, now, figures.meant.value, voice)
    if (text) spoken.value = text
  })
  watch([figures.meant, saving.committed], ([now, truth], [before, truthBefore]) => {
    if (truth !== truthBefore) return
    const code = focus.value && columnCode(focus.value.column)
    const text = spokenEffect(before, now, code, voice)
    if (text) spoken.value = text
  })
}
