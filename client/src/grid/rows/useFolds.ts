import { computed, shallowRef, type Ref } from 'vue'
import type { LineGroup } from '../arrange/applied.ts'
import type { FoldStore } from './fold-store.ts'
import { groupOf } from './fold-rows.ts'

interface FoldSource {
  readonly groups: Readonly<Ref<readonly LineGroup[]>>
  readonly store: FoldStore
}

export type Folds = ReturnType<typeof useFolds>

/** Which groups of a sheet are folded: their lines are hidden, their headers stay. Kept from visit to visit. */
export function useFolds({ groups, store }: FoldSource) {
  const stored = shallowRef<ReadonlySet<string>>(new Set(store.read()))
  const headers = computed(() => groups.value.flatMap(({ header }) => header ?? []))
  /** Headers of folded groups. */
  const folded = computed(() => new Set(headers.value.filter((one) => stored.value.has(one))))
  const listeners: ((headers: readonly string[]) => void)[] = []

  function keep(next: Iterable<string>): void {
    stored.value = new Set(next)
    store.write([...stored.value])
  }

  /** Told before groups are folded, while their lines are shown still. */
  function onFold(listener: (headers: readonly string[]) => void): void {
    listeners.push(listener)
  }

  function fold(...these: readonly string[]): void {
    const open = these.filter((header) => !folded.value.has(header))
    if (open.length === 0) return
    for (const listener of listeners) listener(open)
    keep([...folded.value, ...open])
  }

  function unfold(...these: readonly string[]): void {
    if (!these.some((header) => folded.value.has(header))) return
    keep([...folded.value].filter((header) => !these.includes(header)))
  }

  /** Has a line be shown. */
  function show(line: string): void {
    const group = groupOf(groups.value, line)
    if (group?.header !== undefined && group.header !== line) unfold(group.header)
  }

  return {
    folded,
    onFold,
    fold,
    unfold,
    toggle(header: string): void {
      if (folded.value.has(header)) unfold(header)
      else fold(header)
    },
    foldAll: () => fold(...headers.value),
    unfoldAll: () => unfold(...headers.value),
    show,
    /** A group that has got another header stays as it is. */
    rename(from: string, to: string): void {
      if (stored.value.has(from)) keep([...stored.value, to].filter((header) => header !== from))
    },
  }
}
