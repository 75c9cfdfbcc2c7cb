/** A browser as people know it, from what it calls itself. */
export interface BrowserName {
  readonly browser: string
  /** Undefined when it does not say. */
  readonly system: string | undefined
}

/** The first that is named counts: most call themselves what others are as well. */
const browsers = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
] as const

const systems = [
  [/\bWindows\b/, 'Windows'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const

/** Which browser it is; undefined when it is none that is known. @param agent - its `User-Agent` */
export function browserName(agent: string): BrowserName | undefined {
  const browser = browsers.find(([mark]) => mark.test(agent))?.[1]
  return browser && { browser, system: systems.find(([mark]) => mark.test(agent))?.[1] }
}
