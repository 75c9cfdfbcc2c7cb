import { setImmediate } from 'node:timers/promises'
import { Fault } from '@andel/schema/fault'
import { fileLimits } from './limits.ts'

/** The reading of one file: what it may still take, in time and in room. */
export class Reading {
  private unpacked = 0
  private cells = 0
  private readonly end: number

  constructor(milliseconds: number = fileLimits.milliseconds) {
    this.end = performance.now() + milliseconds
  }

  /** How many more bytes may be unpacked. */
  get room(): number {
    return fileLimits.unpacked - this.unpacked
  }

  /** @throws {Fault} `FILE_TOO_LARGE` */
  countUnpacked(bytes: number): void {
    this.unpacked += bytes
    if (this.unpacked > fileLimits.unpacked) throw new Fault('FILE_TOO_LARGE', { part: 'unpacked' })
  }

  /** @throws {Fault} `FILE_TOO_LARGE` */
  countCells(count: number): void {
    this.cells += count
    if (this.cells > fileLimits.cells) throw new Fault('FILE_TOO_LARGE', { part: 'cells' })
  }

  /** Lets others of the process have their turn. @throws {Fault} `FILE_TOO_SLOW` */
  async pause(): Promise<void> {
    this.checkTime()
    await setImmediate()
  }

  /** @throws {Fault} `FILE_TOO_SLOW` */
  checkTime(): void {
    if (performance.now() > this.end) throw new Fault('FILE_TOO_SLOW')
  }
}
