/** `node scripts/write-schemas.ts`: updates the JSON Schemas in `schema/` after a change to the table of kinds. */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { withAnswerKinds, withQuestionKinds, type Schema } from './kind-schemas.ts';

await update('response.v1.json', withAnswerKinds);
await update('survey.v1.json', withQuestionKinds);

async function update(file: string, change: (schema: Schema) => Schema): Promise<void> {
  const url = new URL(`../schema/${file}`, import.meta.url);
  const schema = change(JSON.parse(await readFile(url, 'utf8')) as Schema);
  const options = await resolveConfig(url);
  await writeFile(url, await format(JSON.stringify(schema), { ...options, parser: 'json' }));
}
