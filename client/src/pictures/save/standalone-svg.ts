import { textWidth } from '../geometry/text-width.ts'

/** What is written around a picture that leaves its page. */
export interface Caption {
  readonly title: string
  readonly summary: string
  readonly source: string
}

const namespace = 'http://www.w3.org/2000/svg'
const margin = 16
/** Styles that a picture is drawn with, and what they are where nothing is said. */
const styles = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-size': '',
  'font-weight': '400',
  'font-variant-numeric': 'normal',
  'text-anchor': 'start',
} as const

/**
 * A picture as a file of its own: with its styles, on white paper whatever the theme of the screen, title and sentence
 * above, source below, and both as `<title>` and `<desc>`.
 *
 * @param drawn - as it stands on the page
 */
export function standaloneSvg(drawn: SVGSVGElement, caption: Caption): SVGSVGElement {
  const clone = drawn.cloneNode(true) as SVGSVGElement
  clone.style.cssText = 'color-scheme: light; position: absolute; visibility: hidden'
  drawn.after(clone)
  const font = getComputedStyle(clone).fontFamily
  const content = document.createElementNS(namespace, 'g')
  try {
    for (const element of clone.querySelectorAll<SVGElement>('*')) settle(element)
  } finally {
    clone.remove()
  }
  content.append(...clone.childNodes)
  const { width, height } = drawn.viewBox.baseVal
  return framed(content, { width, height }, caption, font)
}

/** Writes the styles of an element onto it, and takes away what only a page understands. */
function settle(element: SVGElement): void {
  const computed = getComputedStyle(element)
  if (computed.display === 'none') return
  for (const [name, usual] of Object.entries(styles)) {
    const isText = /^(font|text)/.test(name)
    if (isText && !(element instanceof SVGTextContentElement)) continue
    const value = computed.getPropertyValue(name)
    if (value && value !== usual) element.setAttribute(name, value)
  }
  for (const { name } of [...element.attributes]) {
    if (/^(class|style|role|tabindex|href|aria-.*|data-.*)$/.test(name))
      element.removeAttribute(name)
  }
}

function framed(
  content: SVGGElement,
  size: { readonly width: number; readonly height: number },
  { title, summary, source }: Caption,
  font: string,
): SVGSVGElement {
  const lines = wrap(summary, size.width, 13)
  const top = margin + 24 + lines.length * 19 + 14
  const height = top + size.height + 34
  const width = size.width + 2 * margin
  content.setAttribute('transform', `translate(${margin} ${top})`)
  const svg = make('svg', {
    xmlns: namespace,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'font-family': font,
  }) as SVGSVGElement
  svg.append(
    make('title', {}, title),
    make('desc', {}, summary),
    make('rect', { width, height, fill: '#fff' }),
    make('text', { x: margin, y: margin + 14, 'font-size': 17, 'font-weight': 650 }, title),
    ...lines.map((line, index) =>
      make('text', { x: margin, y: margin + 38 + index * 19, 'font-size': 13 }, line),
    ),
    content,
    make('text', { x: margin, y: height - 12, 'font-size': 11, fill: '#555' }, source),
  )
  return svg
}

function make(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text = '',
): SVGElement {
  const element = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') element.setAttribute(key, String(value))
  }
  element.textContent = text
  return element
}

/** A text in lines that are at most so wide. */
function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
