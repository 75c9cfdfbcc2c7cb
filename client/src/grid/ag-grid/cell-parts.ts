import type { CellView } from '../cell.ts'

/** Parts that few cells have: an arrow that folds and a grip before the text, quieter words after it. */
export class CellParts {
  private readonly shown = new Map<string, HTMLElement>()

  constructor(private readonly box: HTMLElement) {}

  paint({ fold, grip, aside }: Pick<CellView, 'fold' | 'grip' | 'aside'>): void {
    if (this.shown.size === 0 && !fold && !grip && !aside) return
    this.sign('cell-fold', fold && `is-${fold}`)
    this.sign('cell-grip', grip ? 'is-loose' : undefined)
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
