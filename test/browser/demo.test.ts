import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenSite } from '../../src/demo/index.ts'
import { openFastSite } from '../demo/page/visitor.ts'
import { findChromium, startChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'

const executable = findChromium()

describe.skipIf(executable === null)('the demo in a browser', () => {
  let browser: Browser
  let site: OpenSite

  beforeAll(async () => {
    site = await openFastSite()
    browser = await startChromium(executable ?? '')
  })

  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  /** A window with nothing in it, and what goes wrong in its pages. */
  async function openWindow(options: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text())
    })
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('requestfailed', (request) => {
      if (!request.url().endsWith('/events')) troubles.push(request.url())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) troubles.push(request.url())
    })
    return { page, troubles }
  }

  /** Goes to the pull request of that title, as it is when nobody has touched it. */
  async function openAnew(page: Page, title: string): Promise<void> {
    await page.goto(site.url)
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByRole('button', { name: 'Merge' }).waitFor()
  }

  test('a reader merges the fix, and sees the run go on to Completed without loading the page again', async () => {
    const { page, troubles } = await openWindow({})
    await openAnew(page, 'Read the amount')
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('Merged', { exact: true }).waitFor()
    await page.evaluate('document.title = "not loaded again"')

    const comment = page.locator('#comments')
    for (const state of ['Scheduled,', 'Running,', 'Completed,']) {
      // The table shows it first, and then the history that is folded below it.
      await comment.getByText(state).first().waitFor()
    }
    await page.getByRole('status').getByText('Done: lyrical-pudu ran again, and completed.').waitFor()
    expect(await page.title()).toBe('not loaded again')
    expect(await page.getByRole('button').allTextContents()).toEqual(['Start over'])
    expect(troubles).toEqual([])
    await page.context().close()
  })

  test('what a reader has unfolded stays so while the page changes', async () => {
    const { page } = await openWindow({})
    await openAnew(page, 'Skip the row')
    await page.getByText('Edits of the comment').click()
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('Edits of the comment').click()
    await page.locator('.edit summary').first().click()
    await page.getByRole('status').getByText('failed again').waitFor()
    expect(await page.locator('.edit').first().getAttribute('open')).not.toBeNull()
    expect(await page.locator('.edit').nth(1).getAttribute('open')).toBeNull()
    await page.context().close()
  })

  test('the keyboard alone is enough', async () => {
    const { page } = await openWindow({})
    await openAnew(page, 'Export the orders')
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""')
    await page.locator('body').press('Tab')
    for (let stops = 0; (await focused()) !== 'Merge pull request'; stops += 1) {
      expect(stops).toBeLessThan(10)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('is running already').waitFor()
    await page.context().close()
  })

  test('without scripts the page loads itself again until the story has ended', async () => {
    const other = await startChromium(executable ?? '', '--blink-settings=scriptEnabled=false')
    const page = await other.newPage({ javaScriptEnabled: false })
    await openAnew(page, 'Read the amount')
    await page.locator('noscript .says').waitFor()
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('Done: lyrical-pudu ran again, and completed.').waitFor()
    expect(await page.content()).not.toContain('http-equiv="refresh"')
    await other.close()
  })

  test('a reader is told when the demo has ended', async () => {
    const other = await openFastSite()
    const { page } = await openWindow({})
    await page.goto(new URL('/acme/etl/pull/1', other.url).href)
    await page.getByRole('status').waitFor()
    await other.close()
    await page.getByText('The demo no longer answers').waitFor()
    await page.context().close()
  })

  describe.each([
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ] as const)('$width pixels wide, $colorScheme', ({ width, colorScheme }) => {
    test.each([
      { name: 'the list', path: '/' },
      { name: 'an open pull request', path: '/acme/etl/pull/2' },
      { name: 'a hostile title', path: '/acme/etl/pull/4' },
      { name: 'a page that there is not', path: '/missing' },
    ])('$name keeps nobody out, and fits', async ({ path }) => {
      const { page } = await openWindow({ viewport: { width, height: 800 }, colorScheme })
      await page.goto(new URL(path, site.url).href)
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await page.context().close()
    })

    test('a story that has ended, with all its data unfolded, keeps nobody out, and fits', async () => {
      const { page } = await openWindow({ viewport: { width, height: 800 }, colorScheme })
      await openAnew(page, 'Give the migration')
      await page.getByRole('button', { name: 'Merge' }).click()
      await page.getByRole('status').getByText('Done:').waitFor()
      await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true')
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await page.locator('aside').getByRole('link').first().click()
      await page.getByRole('heading', { name: 'homemade-crane' }).waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.context().close()
    })
  })
})
