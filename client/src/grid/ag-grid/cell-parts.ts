import { iconPaths, type IconName } from '../../ui/icon-paths.ts'
import type { CellView } from '../cell.ts'

/** Parts that few cells have: an arrow that folds and a grip before the text, signs and quieter words after it. */
export class CellParts {
  private readonly shown = new Map<string, HTMLElement>()

  constructor(private readonly box: HTMLElement) {}

  paint({ fold, grip, signs, aside }: Pick<CellView, 'fold' | 'grip' | 'signs' | 'aside'>): void {
    if (this.shown.size === 0 && !fold && !grip && !signs && !aside) return
    this.sign('cell-fold', fold && `is-${fold}`)
    this.sign('cell-grip', grip ? 'is-loose' : undefined)
    const pictures = this.part('cell-signs', Boolean(signs))
    this.box.classList.toggle('has-signs', Boolean(signs))
    if (pictures && signs) this.box.append(pictures)
    pictures?.setAttribute('aria-hidden', 'true')
    pictures?.replaceChildren(...(signs ?? []).map(drawn))
    const words = this.part('cell-aside', Boolean(aside))
    if (words && aside) this.box.append(words)
    if (words) words.textContent = aside ?? ''
  }

  /** For the mouse only: what it does can be done by key as well. */
  private sign(name: string, state: string | undefined): void {
    const sign = this.part(name, state !== undefined)
    if (!sign || state === undefined) return
    sign.className = `${name} ${state}`
    sign.setAttribute('aria-hidden', 'true')
    this.box.prepend(sign)
  }

  private part(name: string, isThere: boolean): HTMLElement | undefined {
    const found = this.shown.get(name)
    if (!isThere) {
      found?.remove()
      this.shown.delete(name)
      return undefined
    }
    const part = found ?? document.createElement('span')
    part.className = name
    this.shown.set(name, part)
    return part
  }
}

const svg = 'http://www.w3.org/2000/svg'

function drawn(icon: IconName): SVGElement {
  const sign = document.createElementNS(svg, 'svg')
  sign.setAttribute('viewBox', '0 0 16 16')
  sign.dataset['sign'] = icon
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', iconPaths[icon])
  sign.append(path)
  return sign
}
