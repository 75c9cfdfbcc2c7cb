import { onBeforeUnmount, onMounted, shallowReadonly, shallowRef, type ShallowRef } from 'vue'

/** The width of an element in pixels, as it changes; a guess until it is on screen. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>, guess: number) {
  const width = shallowRef(guess)
  const observer = new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width > 0) width.value = Math.round(entry.contentRect.width)
  })
  onMounted(() => element.value && observer.observe(element.value))
  onBeforeUnmount(() => observer.disconnect())
  return shallowReadonly(width)
}
