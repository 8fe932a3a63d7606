/** `pnpm --filter @heed/docs run reference`: updates the generated blocks of every page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshBlocks } from './blocks/refresh.ts';
import { readPages, root } from './pages.ts';

for (const page of readPages()) {
  const text = await refreshBlocks(page);
  if (text !== page.text) writeFileSync(join(root, page.file), text);
}
