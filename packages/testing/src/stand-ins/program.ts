/** The program that `./plugin.ts` runs: serves the stand-ins until it is told to end. */
import { startStandIns } from './server.ts';

const [, , recipes = ''] = process.argv;
const { control } = await startStandIns(recipes);
process.send?.({ control });
process.once('disconnect', () => process.exit());
