/** What may hold a style: style elements, comments (left as they are), and tags; each to its end, or to that of the text. */
const parts =
  /<style\b[^]*?(?:<\/style[^>]*>|$)|<!--[^]*?(?:-->|$)|<[a-z](?:[^>"']|"[^"]*"?|'[^']*'?)*>?/gi
const attributes = /([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s"'>]+))?/g

/**
 * HTML without style elements, its style attributes renamed to `data-style`: a browser applies styles as soon as it parses
 * them, and the page's policy has it complain of every one. Text and all other attributes stay as they are.
 */
export function withoutStyles(html: string): string {
  return html.replaceAll(parts, (part) => {
    if (/^<style/i.test(part)) return ''
    return part.startsWith('<!--') || !/style/i.test(part) ? part : renamed(part)
  })
}

const renamed = (tag: string): string =>
  tag.replaceAll(attributes, (attribute: string, name: string, value: string = '') =>
    name.toLowerCase() === 'style' ? `data-style${value}` : attribute,
  )
