import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** It asks nobody for anything by itself. */
const options = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium is on this machine; null where it is not, which is said in a line. */
export function findChromium(): string | null {
  const found = places.find((place) => existsSync(place)) ?? null
  if (found === null) {
    process.stdout.write(`skipped: the browser tests (no Chromium at ${places.join(', ')})\n`)
  }
  return found
}

/** Starts Chromium with a new profile, which is removed at its end. */
export function startChromium(executablePath: string, ...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...options, ...more] })
}
