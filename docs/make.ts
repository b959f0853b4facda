/** Takes the pictures of the README anew: node docs/make.ts */
import { findChromium, startChromium } from '../test/browser/chromium.ts'
import { takeComments, takeEveryComment } from './take-comments.ts'
import { takeDemo } from './take-demo.ts'

const executable = findChromium()
if (executable === null) {
  process.exitCode = 1
} else {
  const browser = await startChromium(executable)
  try {
    const taken = [...(await takeDemo(browser)), await takeComments(browser), await takeEveryComment(browser)]
    for (const written of taken) process.stdout.write(`${written}\n`)
  } finally {
    await browser.close()
  }
}
