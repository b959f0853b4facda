import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, vi } from 'vitest'
import { test as base } from '../setup/set-up.ts'
import { findChromium, startChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'

vi.setConfig({ testTimeout: 60_000 })

const executable = findChromium()

interface Window {
  page: Page
  /** What the browser complained about. */
  troubles: string[]
}

const test = base.extend<{ openWindow(options?: BrowserContextOptions): Promise<Window> }>({
  openWindow: async ({ task: _ }, use) => {
    const browser = await startChromium(executable ?? '')
    await use(async (options = {}) => {
      const page = await (await browser.newContext(options)).newPage()
      const troubles: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text())
      })
      page.on('requestfailed', (request) => troubles.push(request.url()))
      return { page, troubles }
    })
    await browser.close()
  },
})

// For browsers, localhost and 127.0.0.1 are as foreign to each other as this machine and GitHub.
const elsewhere = { environment: { HOST: 'localhost' } }

describe.skipIf(executable === null)('the set-up in a browser', () => {
  test('leads to GitHub and back with the keyboard alone', async ({ open, openWindow, dotEnv }) => {
    const { address, program } = await open(elsewhere)
    const { page, troubles } = await openWindow()
    await page.goto(address)
    expect(page.url()).not.toContain('token')

    await page.getByLabel('Public address of this server').focus()
    await page.keyboard.type('https://resume.example.com')
    await page.keyboard.press('Tab')
    await page.keyboard.type('acme')
    await page.keyboard.press('Enter')
    await page.getByText('https://resume.example.com/api/github/webhooks').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByLabel('GitHub App name').fill('resume-on-merge-acme')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'The GitHub App is registered' }).waitFor()
    expect(await page.getByRole('link', { name: 'Install the App' }).getAttribute('href')).toContain(
      '/installations/new',
    )
    expect(troubles).toEqual([])
    expect(await program.exit).toEqual({ code: 0, signal: null })
    expect(await dotEnv.read()).toContain('APP_ID=7001')
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`keeps nobody out, in ${colorScheme} colors and on a phone`, async ({
      open,
      openWindow,
      dotEnv,
    }) => {
      await dotEnv.write('WEBHOOK_SECRET=old\n')
      const { address } = await open({ ...elsewhere, command: ['setup'] })
      const { page, troubles } = await openWindow({ colorScheme, viewport: { width: 320, height: 640 } })
      const check = async (): Promise<void> => {
        expect(await findBarriers(page)).toEqual([])
        const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        expect([await page.title(), wide]).toEqual([await page.title(), false])
      }

      await page.goto(address)
      await check()
      await page.getByLabel('Organization').fill('no such/name')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('alert').waitFor()
      await check()
      await page.getByLabel('Organization').fill('acme')
      await page.getByLabel('Replace the credentials').check()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { name: 'What GitHub will be asked for' }).waitFor()
      await check()
      await page.getByRole('button', { name: 'Continue to' }).click()
      await page.getByRole('button', { name: 'Create GitHub App' }).click()
      await page.getByRole('heading', { name: 'The GitHub App is registered' }).waitFor()
      await check()
      expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([])
    })
  }

  test('shows lines that can be copied where .env cannot be written', async ({ open, openWindow }) => {
    const { address } = await open({ ...elsewhere, folder: '/proc' })
    const { page } = await openWindow()
    await page.goto(address)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Continue to' }).click()
    await page.getByRole('button', { name: 'Create GitHub App' }).click()
    const lines = page.getByLabel('They could not be written')
    expect(await lines.inputValue()).toMatch(/^APP_ID=7001\nPRIVATE_KEY="-----BEGIN/)
    expect(await findBarriers(page)).toEqual([])
  })
})
