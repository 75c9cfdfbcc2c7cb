import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'

/** Whether a media query holds, as long as somebody asks. */
export function useMedia(query: string) {
  const list = matchMedia(query)
  const matches = shallowRef(list.matches)
  const follow = (): void => {
    matches.value = list.matches
  }
  list.addEventListener('change', follow)
  onScopeDispose(() => list.removeEventListener('change', follow))
  return shallowReadonly(matches)
}
