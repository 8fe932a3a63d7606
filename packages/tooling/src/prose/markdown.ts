/** Reduces Markdown to its prose. Everything removed becomes blanks, so that positions stay valid. */

const notProse = [
  // Front matter, HTML comments with what a generator writes between them, fenced code, included files.
  /^---\n[\s\S]*?\n---\n/,
  /<!-- generated:[\s\S]*?<!-- \/generated -->/g,
  /<!-- ([\w-]+):start -->[\s\S]*?<!-- \1:end -->/g,
  /<!--[\s\S]*?-->/g,
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t>]*\1[ \t]*$/gm,
  /^<<< .*$/gm,
  // Inline code, tags, targets of links, addresses, anchors of headings.
  /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g,
  /<\/?[a-z][^>\n]*>/gi,
  /\]\([^)\s]*\)/g,
  /https?:\/\/\S+/g,
  /\{#[\w-]+\}/g,
];

/** Returns `text` with code, links and generated blocks replaced by blanks of the same length. */
export function blankCode(text: string): string {
  return notProse.reduce((rest, pattern) => rest.replace(pattern, blank), text);
}

/** Returns as many blanks as `text` has characters; line breaks stay. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
