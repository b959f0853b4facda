import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { openSite } from '../src/demo/index.ts'

/** In CSS pixels: wide enough for both columns of the page; as high as what is on it. */
const viewport = { width: 1120, height: 100 }

/** Without what nobody presses or reads in a picture. */
const asPicture = `
  .bottom, .start-over, .source, .head .says, .markdown sub { display: none; }
  #comments .markdown table, .box:last-child { margin-bottom: 0; }
  main { padding-bottom: 1.25rem; }
`

const pictures = [
  { file: 'demo.png', colorScheme: 'light' },
  { file: 'demo-dark.png', colorScheme: 'dark' },
] as const

/** The demo's first pull request, merged, and its run completed; in light and in dark. @returns the files */
export async function takeDemo(browser: Browser): Promise<string[]> {
  const site = await openSite({
    template: await readFile(new URL('../templates/github.json.jinja', import.meta.url), 'utf8'),
    say: (line) => process.stderr.write(`${line}\n`),
    delays: { pending: 700, running: 300, end: 2500 },
  })
  try {
    const page = await browser.newPage({ viewport, bypassCSP: true })
    await page.goto(site.url)
    await page.getByRole('link', { name: 'Read the amount' }).click()
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByRole('status').getByText('Done: ').waitFor()
    await page.addStyleTag({ content: asPicture })

    const written: string[] = []
    for (const { file, colorScheme } of pictures) {
      await page.emulateMedia({ colorScheme })
      const path = fileURLToPath(new URL(file, import.meta.url))
      await page.screenshot({ path, fullPage: true })
      written.push(path)
    }
    return written
  } finally {
    await site.close()
  }
}
