import type { MarkdownRenderer } from 'vitepress';

/** Braces in the code of a sentence are code; the renderer of the page would take them for its own. */
export function plainCode(markdown: MarkdownRenderer): void {
  const inline = markdown.renderer.rules.code_inline;
  if (!inline) throw new Error('The markdown renderer has no rule for code in a sentence.');
  markdown.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    tokens[index]?.attrSet('v-pre', '');
    return inline(tokens, index, options, env, self);
  };
}
