import { readSettings, type TemplateSettings } from '../settings/index.ts'

/** Where Prefect's UI is when nothing is said: its cloud, and a server on this machine. */
const usualUiUrls = ['https://app.prefect.cloud', 'http://127.0.0.1:4200', 'http://localhost:4200']

/** What the commands for the desk need of the settings; they work in an empty folder too. */
export interface ToolSettings {
  uiUrls: readonly string[]
  template: TemplateSettings
}

export function readToolSettings(): ToolSettings {
  const { uiUrl, template } = readSettings({
    environment: process.env,
    workingFolder: process.cwd(),
    isTerminal: process.stdout.isTTY,
  })
  return { uiUrls: uiUrl === null ? usualUiUrls : [uiUrl], template }
}
