import { Prec, type Extension } from '@codemirror/state'
import { hoverTooltip, keymap, type EditorView } from '@codemirror/view'
import { getSchema, graphql, offsetToPos, showInDocsCommand } from 'cm6-graphql'
import type { GraphQLSchema } from 'graphql'
import { getHoverInformation, getTokenAtPosition, getTypeInfo } from 'graphql-language-service'
import { docPlaceOf, type DocPlace } from '../docs/doc-place.ts'

/** What the editor of queries calls for. */
export interface QueryEditing {
  run(): void
  format(): void
  showInDocs(place: DocPlace): void
  /** The words of the link to the documentation. */
  readonly linkText: () => string
}

/** GraphQL: completion and checking against the schema once there is one, descriptions, and ways into the documentation. */
export function queryLanguage(editing: QueryEditing): Extension {
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: () => (editing.run(), true) },
        { key: 'Mod-Shift-f', run: () => (editing.format(), true) },
        { key: 'F1', run: showInDocsCommand },
      ]),
    ),
    graphql(undefined, {
      onShowInDocs(field, type, parent) {
        editing.showInDocs(docPlaceOf(field, type, parent))
      },
      onCompletionInfoRender: ({ documentation, deprecationReason, type }) => {
        const said = documentation ?? deprecationReason ?? ''
        const link = type && docLink(docPlaceOf(undefined, String(type), undefined), editing)
        return described(undefined, said, link)
      },
    }),
    hoverTooltip((view, offset) => tooltipAt(view, offset, editing)),
  ]
}

function tooltipAt(view: EditorView, offset: number, editing: QueryEditing) {
  const schema = getSchema(view.state)
  const word = view.state.wordAt(offset)
  if (!schema || !word) return null
  const said = informationAt(schema, view, Math.min(word.from + 1, word.to))
  if (!said) return null
  const { signature, description, place } = said
  return {
    pos: word.from,
    end: word.to,
    create: () => ({ dom: described(signature, description, docLink(place, editing)) }),
  }
}

function informationAt(schema: GraphQLSchema, view: EditorView, offset: number) {
  const text = view.state.doc.toString()
  const position = offsetToPos(view.state.doc, offset)
  const told: unknown = getHoverInformation(schema, text, position)
  if (typeof told !== 'string' || told === '') return undefined
  const [signature = '', ...rest] = told.split('\n\n')
  const { fieldDef, type, parentType } = getTypeInfo(
    schema,
    getTokenAtPosition(text, position).state,
  )
  return {
    signature,
    description: rest.join(' '),
    place: docPlaceOf(fieldDef?.name, type?.toString(), parentType?.toString()),
  }
}

function docLink(place: DocPlace, editing: QueryEditing): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'doc-link'
  button.textContent = `${editing.linkText()}: ${place.type}${place.field ? `.${place.field}` : ''}`
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => editing.showInDocs(place))
  return button
}

function described(
  signature: string | undefined,
  description: string,
  link: HTMLElement | undefined,
): HTMLElement {
  const home = document.createElement('div')
  for (const [tag, text] of [
    ['code', signature],
    ['p', description],
  ] as const) {
    if (!text) continue
    const part = document.createElement(tag)
    part.textContent = text
    home.append(part)
  }
  if (link) home.append(link)
  return home
}
