import { describe, expect, it } from 'vitest';
import { createCommand, findTarget, listTargets } from './target.ts';

const watching = { browsers: 'chromium', isNode: false, isOnce: false };

describe('finding a target', () => {
  it.each(['nps', 'heed-nps'])('finds the element "%s"', (name) => {
    const { owner, folder } = findTarget(name);
    expect([owner.manifest.name, folder]).toEqual(['@heed/elements', 'src/components/nps']);
  });

  it.each(['core', '@heed/core'])('finds the package "%s"', (name) => {
    const { owner, folder } = findTarget(name);
    expect([owner.manifest.name, folder]).toEqual(['@heed/core', undefined]);
  });

  it('lists the known names when a name is unknown', () => {
    expect(() => findTarget('npss')).toThrow(
      /^test:one: "npss" is not an element or a package with tests\.\nElements: .*nps.*\nPackages: .*core/,
    );
  });

  it('lists the known names when the name is missing', () => {
    expect(() => findTarget(undefined)).toThrow('test:one: a name is missing.');
  });

  it('gives each target a name that finds it', () => {
    for (const target of listTargets()) {
      const name = target.folder ? `heed-${target.name}` : target.owner.manifest.name;
      expect(findTarget(name)).toEqual(target);
    }
  });
});

describe('the command', () => {
  it('watches an element in Chromium', () => {
    expect(createCommand(findTarget('nps'), watching)).toEqual({
      // prettier-ignore
      args: [
        'wtr', '--config', 'wtr.config.mjs',
        '--files', 'src/components/nps/**/*.test.ts', '!src/components/nps/**/*.node.test.ts',
        '--watch',
      ],
      env: { BROWSERS: 'chromium' },
    });
  });

  it('runs a package without browser tests in Node', () => {
    expect(createCommand(findTarget('core'), watching)).toEqual({ args: ['vitest', 'watch'], env: {} });
  });

  it('runs other engines, once', () => {
    const { args, env } = createCommand(findTarget('client'), {
      ...watching,
      browsers: 'webkit',
      isOnce: true,
    });
    expect(args).toEqual(['wtr', '--config', 'wtr.config.mjs']);
    expect(env).toEqual({ BROWSERS: 'webkit' });
  });

  it('runs the tests for Node of a package with browser tests on request', () => {
    const { args } = createCommand(findTarget('client'), { ...watching, isNode: true });
    expect(args).toEqual(['vitest', 'watch']);
  });

  it('limits the tests for Node to the folder of an element', () => {
    const { args } = createCommand(findTarget('survey'), { ...watching, isNode: true, isOnce: true });
    expect(args).toEqual(['vitest', 'run', 'src/components/survey/']);
  });
});
