import type { MarkdownRenderer } from 'vitepress';

/** A fence marked `html live` is shown twice from one source: running in the page, then as code. */
export function liveExamples(markdown: MarkdownRenderer): void {
  const fence = markdown.renderer.rules.fence;
  if (!fence) throw new Error('The markdown renderer has no rule for fences.');
  markdown.renderer.rules.fence = (tokens, index, options, env, self) => {
    const code = fence(tokens, index, options, env, self);
    const token = tokens[index];
    if (!token || !/^html\b.*\blive\b/.test(token.info)) return code;
    return `<LiveExample html="${markdown.utils.escapeHtml(withoutScripts(token.content))}">\n${code}</LiveExample>`;
  };
}

/** The page has loaded the elements already. */
function withoutScripts(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>\n?/g, '').trim();
}
