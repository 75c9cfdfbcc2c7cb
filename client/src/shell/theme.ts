import { ref, watch } from 'vue'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const place = 'andel.theme'
const stored = localStorage.getItem(place)

/** The chosen appearance; `system` follows the operating system. */
export const theme = ref<Theme>(themes.find((name) => name === stored) ?? 'system')

/** Sets `<html data-theme>`, which the tokens go by, now and at every change. */
export function applyTheme(): void {
  watch(
    theme,
    (name) => {
      document.documentElement.dataset['theme'] = name
      localStorage.setItem(place, name)
    },
    { immediate: true },
  )
}
