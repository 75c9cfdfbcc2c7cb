import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
} from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { editorTheme } from './editor-theme.ts'

/** What the editor says by itself, under the names that CodeMirror has for it. */
export type Phrases = Readonly<Record<string, string>>

/** What every editor has, whether one may type or not. */
export function readingExtensions(phrases: Phrases): Extension {
  return [
    EditorState.phrases.of(phrases),
    lineNumbers(),
    foldGutter({ openText: '▾', closedText: '▸' }),
    codeFolding(),
    editorTheme,
    keymap.of([...foldKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')]),
  ]
}

/** What one that is typed in has besides. */
export function writingExtensions(): Extension {
  return [
    history(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    leaveByEscape,
    typeOver,
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      indentWithTab,
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
    ]),
  ]
}

/** After Escape, Tab goes to the next control, until something is typed or the editor is entered anew. */
const leaveByEscape: Extension = [
  keymap.of([
    {
      key: 'Escape',
      run(view) {
        view.setTabFocusMode(true)
        return false
      },
    },
  ]),
  EditorView.domEventHandlers({
    focus(_event, view) {
      view.setTabFocusMode(false)
    },
  }),
  EditorView.updateListener.of(({ view, docChanged }) => {
    if (docChanged) view.setTabFocusMode(false)
  }),
]

/**
 * Types over what is selected. Left to itself, Chromium carries the looks of the old text over to the new in a style
 * attribute, which the page's policy refuses with a complaint.
 */
const typeOver: Extension = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    const { from, to, empty } = view.state.selection.main
    if (inputType !== 'insertText' || !data || empty || view.composing) return false
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      })
    const handlers = view.state.facet(EditorView.inputHandler)
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert())
    return true
  },
})
