import { json } from '@codemirror/lang-json'
import { syntaxTree } from '@codemirror/language'
import { type Diagnostic, linter } from '@codemirror/lint'
import { Prec, type EditorState, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { readVariables } from '../run/read-variables.ts'

/** JSON, with what is wrong in it marked. The query can be run from it. */
export function variablesLanguage(editing: { run(): void; problem: () => string }): Extension {
  return [
    json(),
    linter(({ state }) => problemsOf(state, editing.problem()), { delay: 300 }),
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (editing.run(), true) }])),
  ]
}

export const jsonLanguage: Extension = json()

function problemsOf(state: EditorState, message: string): Diagnostic[] {
  if (readVariables(state.doc.toString()) !== undefined) return []
  const { from, to } = firstProblem(state)
  return [{ from, to, severity: 'error', message }]
}

/** Where reading JSON first fails; the whole when it is JSON but no object. */
function firstProblem(state: EditorState): { from: number; to: number } {
  let found: { from: number; to: number } | undefined
  syntaxTree(state).iterate({
    enter({ type, from, to }) {
      if (type.isError) found ??= { from, to: Math.max(to, Math.min(from + 1, state.doc.length)) }
    },
  })
  return found ?? { from: 0, to: state.doc.length }
}
