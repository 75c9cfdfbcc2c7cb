import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Milliseconds that something new is marked as such. */
export const fresh = 5000

/** Tells whether something has been there for so short a time that it is news. What goes and comes back is new again. */
export function useFresh(keys: Readonly<Ref<readonly string[]>>): (key: string) => boolean {
  const old = shallowRef<ReadonlySet<string>>(new Set())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function forget(key: string): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
    old.value = new Set([...old.value].filter((one) => one !== key))
  }
  function age(key: string): void {
    old.value = new Set([...old.value, key])
  }

  watch(
    keys,
    (now) => {
      for (const key of [...timers.keys()]) if (!now.includes(key)) forget(key)
      for (const key of now) {
        if (!timers.has(key)) timers.set(key, setTimeout(age, fresh, key))
      }
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(() => timers.forEach((timer) => clearTimeout(timer)))

  return (key) => !old.value.has(key)
}
