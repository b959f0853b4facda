import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Browser } from 'playwright-core'
import { renderMarkdown } from '../src/demo/page/html/markdown.ts'
import { avatar } from '../src/demo/page/html/parts.ts'

interface Shown {
  /** The golden file's name, without its ending. */
  golden: string
  /** When people read it. */
  when: string
}

const goldens = new URL('../test/golden/', import.meta.url)

/** Golden comments, and when each of them is read. */
const comments: readonly Shown[] = [
  { golden: 'scheduled', when: 'right after the merge' },
  { golden: 'running', when: 'when a worker has taken the run up' },
  { golden: 'completed', when: 'when it has ended well' },
  { golden: 'failed-again', when: 'when it has not' },
  { golden: 'left-running', when: 'the run goes on already' },
  { golden: 'no-deployment', when: 'no worker could take the run up' },
  { golden: 'trying-unreachable', when: 'Prefect does not answer' },
]

const more = `
  body { display: block; padding: 1.25rem; }
  .box:last-child { margin-bottom: 0; }
  .markdown sub { display: none; }
  .markdown table { margin-bottom: 0; }
  td code { overflow-wrap: normal; white-space: nowrap; }
`

/** The comments that the README shows. @returns the file */
export async function takeComments(browser: Browser): Promise<string> {
  return await take(browser, comments, 'comments.png')
}

/** Every golden comment, to look at what a change of words does. @returns the file */
export async function takeEveryComment(browser: Browser): Promise<string> {
  const names = (await readdir(goldens)).filter((name) => name.endsWith('.md')).toSorted()
  const all = names.map((name) => ({ golden: name.replace(/\.md$/, ''), when: name }))
  return await take(browser, all, 'every-comment.jpg')
}

/** Comments as people read them, one below the other. */
async function take(browser: Browser, shown: readonly Shown[], file: string): Promise<string> {
  const style = await readFile(new URL('../src/demo/page/assets/style.css', import.meta.url), 'utf8')
  const boxes = await Promise.all(
    shown.map(async ({ golden, when }) => {
      const markdown = await readFile(new URL(`${golden}.md`, goldens), 'utf8')
      const said = [avatar('resume-on-merge[bot]'), h('strong', 'resume-on-merge'), h('span', when)]
      return h('article.box', [h('header.said', said), h('.markdown', renderMarkdown(markdown))])
    }),
  )
  const page = await browser.newPage({ viewport: { width: 1000, height: 600 }, colorScheme: 'light' })
  await page.setContent(`<style>${style}${more}</style>${toHtml(h(null, boxes))}`)
  const path = fileURLToPath(new URL(file, import.meta.url))
  await page.screenshot({ path, fullPage: true, ...(file.endsWith('.jpg') && { type: 'jpeg', quality: 60 }) })
  return path
}
