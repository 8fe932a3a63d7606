/**
 * Gives members that only the library itself uses shorter names in the builds for pages without a bundler, where nobody
 * extends a class. The names are the same in every file, because a file that is loaded later calls the first file.
 */
import { readFileSync } from 'node:fs';
import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Members of Heed's own classes, without any that a page may use. */
const OURS = `
  askedOr attempt defaults describeOutcome errorText findGroup findValidityError flag formValue highest inheritedStrings
  internals isActive isDisabled isDone isInitialized isLocked isNeeded isSending isStandalone labelText localizer look lowest
  noteInputs onChange onInput onSubmit overrides pendingParts questionOr rank readInputs recordInput renderContent renderMore
  renderOptional renderSend renderStep renderSubmit scoreGroup showsErrors stepStrings drain isPause isPaused submission syncInputs updateForm validityError
`;

/**
 * Members of Lit that only subclasses and controllers use. Its support for hydration, a file of the page, needs
 * others.
 */
const LITS = `
  addController addInitializer attribute converter createProperty elementStyles enableUpdating finalize finalizeStyles
  firstUpdated fromAttribute getPropertyDescriptor getPropertyOptions getUpdateComplete hasChanged hasUpdated
  hostConnected hostDisconnected hostUpdate hostUpdated isUpdatePending noAccessor performUpdate reflect renderBefore creationScope
  scheduleUpdate setConnected shadowRootOptions shouldUpdate styleSheet styles toAttribute updated useDefault willUpdate
`;

const NAMES = `${OURS} ${LITS}`.match(/\w+/g) as string[];

/** @param manifest path of the custom elements manifest, which lists the public members */
export function shortenNames(manifest: string): Plugin {
  const unused = new Set(NAMES);
  return {
    name: 'shorten-names',
    buildStart: () => refusePublic(manifest),
    async renderChunk(code) {
      for (const name of unused) if (new RegExp(`\\b${name}\\b`).test(code)) unused.delete(name);
      refuseStrings(code);
      const { code: shorter = '', map } = await minify(code, {
        module: true,
        ecma: 2020,
        sourceMap: true,
        mangle: { properties: { builtins: true, regex: new RegExp(`^(${NAMES.join('|')})$`) } },
        nameCache: {
          props: {
            props: Object.fromEntries(NAMES.map((name, index) => [`$${name}`, `$${index.toString(36)}`])),
          },
        },
        // No code reads the length of a function.
        compress: { passes: 3, keep_fargs: false },
      });
      return { code: shorter, map: map as string };
    },
    generateBundle() {
      if (unused.size > 0)
        throw new Error(`short-names.ts lists members that do not exist: ${[...unused].join(', ')}`);
    },
  };
}

/** A name in a string stays as it is: `this.hasOwnProperty('finalized')` would no longer find the member. */
function refuseStrings(code: string): void {
  const found = NAMES.filter((name) => new RegExp(`(["'\`])${name}\\1`).test(code));
  if (found.length > 0)
    throw new Error(`short-names.ts lists members that a string names: ${found.join(', ')}`);
}

interface Declaration {
  tagName?: string;
  members?: { name: string; privacy?: string; static?: boolean }[];
}

interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

function refusePublic(manifest: string): void {
  const { modules } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const found = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, members = [] }) => (tagName ? members : []))
    .filter(
      (member) => !member.static && (member.privacy ?? 'public') === 'public' && NAMES.includes(member.name),
    );
  const names = [...new Set(found.map(({ name }) => name))];
  if (names.length > 0) throw new Error(`short-names.ts lists public members: ${names.join(', ')}`);
}
