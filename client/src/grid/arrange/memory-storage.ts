/** A storage for tests, with nothing in it. */
export function memoryStorage(): Storage {
  return new MemoryStorage()
}

class MemoryStorage implements Storage {
  private readonly items = new Map<string, string>();
  readonly [name: string]: unknown

  get length(): number {
    return this.items.size
  }

  clear(): void {
    this.items.clear()
  }

  getItem(place: string): string | null {
    return this.items.get(place) ?? null
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null
  }

  removeItem(place: string): void {
    this.items.delete(place)
  }

  setItem(place: string, text: string): void {
    this.items.set(place, text)
  }
}
