/** Keyboard shortcuts that ignore form fields, but not fields inside a shadow root. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';

/** Shortcuts of an application, or of a carousel around the element. */
const SHORTCUTS = `<script>
  const SKIPPED = /^(INPUT|TEXTAREA|SELECT)$/;
  window.seen = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(type, (event) => {
      if (SKIPPED.test(event.target.tagName)) return;
      if (type === 'keydown') seen.push(event.key);
      if (/^([a-z/ ]|Arrow.*|Home|End|Backspace)$/.test(event.key)) event.preventDefault();
    });
</script>`;
/** A capturing listener, which is rarer, but can check whether its target is editable. */
const CAPTURING = `<script>
  window.addEventListener('keydown', (event) => {
    if (event.target.tagName === 'INPUT' || event.target.isContentEditable) return;
    if (event.key.length === 1) event.preventDefault();
  }, true);
</script>`;

const FIELDS = [
  ['heed-text', '<heed-text name="why" survey="keys"></heed-text>', 'heed-text >>> input'],
  [
    'heed-complaint',
    '<heed-complaint survey="keys" fields="details"></heed-complaint>',
    'heed-complaint >>> heed-text >>> textarea',
  ],
  [
    'heed-choice',
    '<heed-choice name="c" survey="keys" options="A" other value="x"></heed-choice>',
    'heed-choice >>> #other',
  ],
  ['heed-nps', '<heed-nps survey="keys" value="3" follow-up="Why?"></heed-nps>', 'heed-nps >>> textarea'],
] as const;

export const pages: readonly HostPage[] = [
  ...[SHORTCUTS, CAPTURING].flatMap(
    (head, index) =>
      FIELDS.map(([tag, body, path]) => ({
        title: `accepts text in ${tag} in a page with ${index ? 'a capturing listener' : 'shortcuts'}`,
        head,
        body,
        async test(host) {
          await host.click(path);
          await host.press('End');
          await host.type('sofa/fish ');
          if (!index) await host.press('Home', 'Backspace', 'ArrowLeft', 'Escape');
          expect(await host.run(`return find('${path}').value`)).toMatch(/sofa.fish $/);
          if (!index) expect(await host.run('return seen')).toEqual(['Escape']);
        },
      })) satisfies HostPage[],
  ),
  {
    title: 'accepts arrow keys and Space in a page with shortcuts',
    head: SHORTCUTS,
    body: '<heed-nps survey="keys" name="score"></heed-nps>',
    async test(host) {
      await host.waitUntil("find('heed-nps >>> input')");
      await host.run("find('heed-nps').focus();");
      await host.press(' ', 'ArrowRight', 'ArrowRight');
      expect(await host.run("return find('heed-nps').value")).toBe(2);
      await host.press('k', 'Escape');
      expect(await host.run('return seen')).toEqual(['k', 'Escape']);
    },
  },
];
