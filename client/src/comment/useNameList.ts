import { shallowRef, type Ref } from 'vue'
import { completed, fitting, queryAt, type Named, type Query } from './mentions.ts'

interface NameListOptions {
  text(): string
  readonly people: Readonly<Ref<readonly Named[]>>
  /** Puts a text where one writes, and the caret into it. */
  write(text: string, caret: number): void
}

/** The names that are offered while one is written after an @: arrows choose, Enter and Tab take, Escape puts them away. */
export function useNameList({ text, people, write }: NameListOptions) {
  const offered = shallowRef<readonly Named[]>([])
  const active = shallowRef(0)
  let query: Query | undefined

  function close(): void {
    offered.value = []
  }

  function look(caret: number): void {
    query = queryAt(text(), caret)
    offered.value = query ? fitting(query.typed, people.value) : []
    active.value = 0
  }

  function take(person: Named): void {
    if (!query) return
    const done = completed(text(), query, person)
    close()
    write(done.text, done.caret)
  }

  /** Whether the key was for the list. */
  function key(event: KeyboardEvent): boolean {
    const { length } = offered.value
    if (length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) active.value = (active.value + step + length) % length
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered.value[active.value]!)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return { offered, active, look, take, close, key }
}
