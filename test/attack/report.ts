import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** Prints what has been tried, with the answer that each attack must get and whether it got it: attack → answer → refused. */
export default class AttackReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines: string[] = []
    let refused = 0
    let tried = 0
    for (const module of modules.toSorted((a, b) => a.moduleId.localeCompare(b.moduleId))) {
      const expected = expectedIn(module.moduleId)
      lines.push('', `${relative('.', module.moduleId)} → ${expected}`)
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'skipped') continue
        tried += 1
        if (state === 'passed') refused += 1
        lines.push(`  ${state === 'passed' ? 'refused ' : 'SUCCEEDS'} ${test.fullName}`)
      }
    }
    console.log(
      `${lines.join('\n')}\n\n${refused} of ${tried} attacks got the answer they must get.`,
    )
  }
}

/** What a file says of itself in its line `// Expected: …`. */
function expectedIn(path: string): string {
  return /^\/\/ Expected: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 'as its tests say'
}
