import { type InjectionKey, computed, inject, provide, shallowReadonly, shallowRef } from 'vue'
import type { DocPlace } from './doc-place.ts'

const goToKey: InjectionKey<(place: DocPlace) => void> = Symbol('docs')

/** Where one is in the documentation, and the way that led there. The parts below find `useGoTo`. */
export function provideDocs() {
  const way = shallowRef<readonly DocPlace[]>([])
  const arriving = shallowRef(false)
  const place = computed(() => way.value.at(-1))

  function goTo(next: DocPlace): void {
    const { type, field } = place.value ?? {}
    if (next.type !== type || next.field !== field) way.value = [...way.value, next]
  }

  function back(): void {
    way.value = way.value.slice(0, -1)
  }

  function toStart(): void {
    way.value = []
  }

  /** Goes there from outside the documentation: whoever asked for it is to stand in it. */
  function visit(next: DocPlace): void {
    goTo(next)
    arriving.value = true
  }

  /** Whether somebody has just come from outside; told once. */
  function arrives(): boolean {
    const isNew = arriving.value
    arriving.value = false
    return isNew
  }

  provide(goToKey, goTo)
  return {
    place,
    arriving: shallowReadonly(arriving),
    goTo,
    visit,
    arrives,
    back,
    toStart,
  }
}

export type Docs = ReturnType<typeof provideDocs>

/** Goes to a place in the documentation. */
export function useGoTo(): (place: DocPlace) => void {
  return inject(goToKey)!
}
