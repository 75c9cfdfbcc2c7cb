import { type Token, type Tokens, lexer } from 'marked'
import { type Block, type Recipe, type RecipeText, type Span, writtenOrigin } from './recipe.ts'

/**
 * Reads a recipe. What stands in a quote is English, what stands outside is Swedish, and code is of both.
 *
 * It is read when the client is built, so that no reader of Markdown has to be sent along.
 *
 * @param file - such as `01-curl.md`: place, and name in addresses
 * @throws {Error} on what a recipe has no use for, such as a table or an address elsewhere: the page could not show it
 */
export function readRecipe(file: string, markdown: string): Recipe {
  const tokens = lexer(markdown)
  const isEnglish = (token: Token): token is Tokens.Blockquote => token.type === 'blockquote'
  const english = tokens.flatMap((token) =>
    isEnglish(token) ? token.tokens : token.type === 'code' ? [token] : [],
  )
  const swedish = tokens.filter((token) => !isEnglish(token))
  return { slug: slugOf(file), sv: textOf(swedish), en: textOf(english) }
}

function textOf(tokens: readonly Token[]): RecipeText {
  const [title, about, ...rest] = tokens.filter(({ type }) => type !== 'space')
  if (title?.type !== 'heading' || about?.type !== 'paragraph')
    throw new Error('A recipe begins with its title and what it is about.')
  return { title: title['text'], about: oneLine(about['text']), blocks: rest.map(blockOf) }
}

function blockOf(token: Token): Block {
  switch (token.type) {
    case 'heading':
    case 'paragraph':
      return { kind: token.type, spans: spansOf(token as Tokens.Paragraph) }
    case 'list':
      return { kind: 'list', items: (token as Tokens.List).items.map(spansOf) }
    case 'code':
      return { kind: 'code', language: (token as Tokens.Code).lang ?? '', text: token['text'] }
    default:
      throw new Error(`A recipe has no ${token.type}.`)
  }
}

function spansOf({ tokens = [] }: { tokens?: Token[] | undefined }): Span[] {
  return tokens.flatMap((token): Span[] => {
    switch (token.type) {
      case 'text':
      case 'paragraph': // of an item of a list
        return token['tokens'] ? spansOf(token) : [{ kind: 'text', text: oneLine(token['text']) }]
      case 'strong':
        return [{ kind: 'strong', text: oneLine(token['text']) }]
      case 'codespan':
        return [{ kind: 'code', text: token['text'] }]
      case 'link':
        return [{ kind: 'link', text: oneLine(token['text']), to: placeOf(token['href']) }]
      default:
        throw new Error(`A recipe has no ${token.type} within a line.`)
    }
  })
}

/** Where the lines of a file end means nothing; figures are not broken. */
const oneLine = (text: string): string =>
  text.replaceAll('\n', ' ').replace(/(?<=\d) (?=\d{3}\b|kr\b)/g, '\u00A0')

/** A link to another recipe or to a page, as a place in the client. */
function placeOf(href: string): string {
  if (href.endsWith('.md')) return `/analys/recept/${slugOf(href)}`
  if (href.startsWith(`${writtenOrigin}/`)) return href.slice(writtenOrigin.length)
  throw new Error(`A recipe links to ${href}, which is not here.`)
}

const slugOf = (file: string): string => /^\d+-([a-z\d-]+)\.md$/.exec(file)![1]!
