import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/**
 * Starts Chromium: the one at `CHROME`, or the one that the package @sparticuz/chromium carries.
 *
 * The carried one brings what a bare Debian lacks (NSS, Expat, a font) and is unpacked once for each
 * version. It always shows that font alone, so that a page is set alike on every machine.
 */
export async function startChromium(): Promise<Browser> {
  const given = process.env['CHROME']
  if (given) return chromium.launch({ executablePath: given, args: [onlyThisMachine] })
  const home = await unpack()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [onlyThisMachine],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  })
}

let ofProcess: Promise<Browser> | undefined

/** The one Chromium of this process, whose tests have contexts of their own in it. It ends with the process. */
export function chromiumOfProcess(): Promise<Browser> {
  return (ofProcess ??= startChromium())
}

/** No other host is found. Routes would see to it as well, but every request of every page would go through them. */
const onlyThisMachine = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'

const carried = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))

function carriedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(carried, 'package.json'), 'utf8'))
  return (manifest as { version: string }).version
}

/** Unpacks beside the final place and renames, so that several test runs can start at once. */
async function unpack(): Promise<string> {
  const version = carriedVersion()
  const home = join(tmpdir(), `andel-chromium-${version}`)
  if (existsSync(home)) return home

  const draft = await mkdtemp(`${home}-`)
  await inTemporaryFolder(draft, () =>
    Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) =>
        inflate(join(carried, 'bin', name)),
      ),
    ),
  )
  await mkdir(join(draft, 'font-cache'))
  await writeFile(
    join(draft, 'fonts.conf'),
    `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`,
  )
  await rename(draft, home).catch(() => rm(draft, { recursive: true })) // somebody else was first
  return home
}

/** `inflate` unpacks into the temporary folder, wherever that is at the moment. */
async function inTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
