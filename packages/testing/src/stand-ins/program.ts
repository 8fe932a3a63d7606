/** The program that `./plugin.ts` starts. It serves the stand-ins until its parent process disconnects. */
import { startStandIns } from './server.ts';

const [, , recipes = ''] = process.argv;
const { control } = await startStandIns(recipes);
process.send?.({ control });
process.once('disconnect', () => process.exit());
