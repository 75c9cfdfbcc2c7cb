import { computed } from 'vue'
import { useText } from '../../text/useText.ts'

const named = [
  'Arrow',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Space',
  'Escape',
  'Delete',
  'Insert',
  'Backspace',
  'PageUp',
  'PageDown',
  'ContextMenu',
] as const

/** What keys are called in the present language, for `chordLabel`. */
export function useKeyNames() {
  const { t } = useText()
  return computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(named.map((key) => [key, t(`keys.name.${key}`)])),
  )
}
