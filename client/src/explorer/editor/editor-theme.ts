import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { pageNonce } from '../../ui/page-nonce.ts'

/* Colours are tokens, which follow light and dark by themselves. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: 'none' }, // the ring is drawn by CodeEditor.vue, above the gutter
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace',
    fontSize: 'var(--text-s)',
    lineHeight: '1.6',
  },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: 'var(--space-2)' },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-muted)',
    fontVariantNumeric: 'var(--figures)',
  },
  '.cm-foldPlaceholder': {
    padding: '0 0.3em',
    border: '1px solid var(--line-strong)',
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-muted)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-wash)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--negative-wash)' },
  '.cm-tooltip': {
    zIndex: '30',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-m)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.15rem 0.6rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { marginInlineStart: '0.8em', fontStyle: 'normal', opacity: '0.85' },
  '.cm-tooltip.cm-completionInfo, .cm-tooltip-hover': {
    maxWidth: '24rem',
    padding: 'var(--space-2) var(--space-3)',
    fontFamily: 'var(--font)',
    fontSize: 'var(--text-s)',
    lineHeight: '1.45',
  },
  '.cm-diagnostic': { borderInlineStartColor: 'var(--negative)', padding: '0.2rem 0.6rem' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--negative)',
    textUnderlineOffset: '0.2em',
  },
})

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: [tags.attributeName, tags.variableName], color: 'var(--info)' },
  { tag: [tags.string, tags.special(tags.name)], color: 'var(--positive)' },
  { tag: [tags.number, tags.integer, tags.float, tags.bool, tags.null], color: 'var(--warning)' },
  { tag: tags.atom, color: 'var(--info)' },
  { tag: [tags.lineComment, tags.comment], color: 'var(--ink-muted)', fontStyle: 'italic' },
  { tag: [tags.brace, tags.paren, tags.punctuation], color: 'var(--ink-muted)' },
])

/** How every editor looks. */
export const editorTheme: Extension = [
  theme,
  syntaxHighlighting(highlight),
  EditorView.cspNonce.of(pageNonce), // CodeMirror puts the rules into a style element
]
