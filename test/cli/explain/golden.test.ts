import { expect } from 'vitest'
import { renderText } from '../../../src/cli/explain/render-text.ts'
import { test } from './scene.ts'
import { stories } from './stories.ts'

test.for(Object.entries(stories))(
  'what explain says of %s is what its golden file shows',
  async ([name, tell], { scene }) => {
    await tell(scene)
    const text = renderText(await scene.explain())
    await expect(`${text}\n`).toMatchFileSnapshot(`../../golden/explain-${name}.txt`)
  },
)
