/**
 * The language rules of this repository as data: one term for each thing, and plain English.
 *
 * A space in a pattern matches any white space, so a phrase is also found across a line break.
 */

/** Where a text was found. */
export type Place = 'docs' | 'comment' | 'message' | 'title' | 'name';

/** One rule: a term or phrase to avoid, and its replacement. */
export interface Rule {
  /** Identifies the rule in the summary; unique in its table. */
  term: string;
  /** Matches the term in prose, or in a name that was split into words: `handDown` is "hand Down". */
  pattern: RegExp;
  /** The replacement. */
  instead: string;
  /** The reason, where the replacement alone does not explain it. */
  why?: string;
  /** Defaults to every path of the repository. */
  paths?: RegExp;
}

const client = /^packages\/client\//;
const prompts = /^packages\/(?:core|elements)\/src\/(?:[\w-]+\/)*prompts?\//;
const surveys = /^packages\/elements\/src\/(?:[\w-]+\/)*survey\//;
const shipped = /^packages\/(?:core|client|elements|heed|receiver)\//;

const plainVerb = 'plain verbs are easier to read and to translate';
const noun = 'name the thing';

/** Rules for documentation, comments, messages and test titles. */
export const proseRules: readonly Rule[] = [
  // One term for each thing
  { term: 'visitor', pattern: /\bvisitors?\b/i, instead: '"user" (in data "respondent")' },
  // A value in quotation marks is public, as in `limits="usual"`.
  { term: 'usual', pattern: /(?<!["'`])\busual\b/i, instead: '"default"' },
  { term: 'the team', pattern: /\bthe team\b/i, instead: '"you" or "your team"' },
  { term: "the page's author", pattern: /\b(the )?page(?:'s)? authors?\b/i, instead: '"you"' },
  { term: 'words of the tag', pattern: /\bwords? of (?:the|a) tag\b/i, instead: '"attribute"' },
  {
    term: 'own words',
    pattern: /(?<!\bin (?:my|your|his|her|our|their|the \w+'s) )\bown words\b/i,
    instead: '"strings" or "messages"',
  },
  { term: 'flaw', pattern: /\bflaws?\b/i, instead: '"problem" or "validation message"' },
  { term: 'breach', pattern: /(?<!\bdata )\bbreach(?:es|ed)?\b/i, instead: '"violation"' },
  { term: 'mistake', pattern: /(?<!\bby )\bmistakes?\b/i, instead: '"problem" or "error"' },
  {
    term: 'complains',
    pattern: /\b(?:it|field|element|control|input|validator|question) complain(?:s|ed)?\b/i,
    instead: '"is invalid" or "reports an error"',
  },
  { term: 'verdict', pattern: /\bverdicts?\b/i, instead: '"classification" or "result"' },
  {
    term: 'judge',
    pattern: /(?<!\b(?:can|cannot|to) )\bjudg(?:e|es|ed|ing)\b/i,
    instead: '"classify" or "check"',
  },
  { term: 'hub', pattern: /\bhubs?\b/i, instead: '"event bus"' },
  { term: 'twin', pattern: /\btwins?\b/i, instead: '"duplicate"' },
  { term: 'unasked', pattern: /\bunasked\b/i, instead: '"inactive question"' },
  { term: 'hand down', pattern: /\bhand(?:s|ed|ing)? down\b/i, instead: '"inherit"' },
  {
    term: 'gate',
    pattern: /\bgates?\b/i,
    instead: '"prompt scheduler"',
    paths: prompts,
  },
  { term: 'row', pattern: /\brows?\b/i, instead: '"queue entry"', paths: client },

  // Plain English
  { term: 'whoever', pattern: /\bwhoever\b/i, instead: '"anyone who", or the noun', why: noun },
  { term: 'anew', pattern: /\banew\b/i, instead: '"again"' },
  { term: 'so many', pattern: /\bso many\b/i, instead: 'the number or its name' },
  { term: 'so long', pattern: /\bso long\b/i, instead: '"while", or the time' },
  {
    term: 'of its own',
    pattern: /\bof (?:its|their|his|her|our|your|one's) own\b/i,
    instead: '"its own …" or "separate"',
  },
  {
    term: 'by itself',
    pattern: /\bby (?:itself|themselves)\b/i,
    instead: '"automatically" or "alone"',
  },
  { term: 'the one that', pattern: /\bthe ones? that\b/i, instead: 'the noun', why: noun },
  {
    term: 'that of the',
    pattern: /\b(?:that|those) of (?:the|a|an|its|their)\b/i,
    instead: 'the noun',
    why: noun,
  },
  {
    term: 'is none',
    pattern: /(?<!\bthere )\b(?:is|are|was|were) none\b/i,
    instead: '"is empty", "is missing" or "is invalid"',
  },
  {
    term: 'is no …',
    pattern:
      /(?<!\b(?:there|here) )\b(?:is|are|was|were) no (?!longer\b|more\b|reason\b|need\b|less\b|fewer\b|different\b|other\b)\w+/i,
    instead: '"is not a …"',
  },
  {
    term: 'gives back',
    pattern: /\bg(?:ive|ives|ave|iven|iving) back\b/i,
    instead: '"returns"',
    why: plainVerb,
  },
  {
    term: 'is told',
    pattern: /(?<!\bI )\b(?:is|are|was|were|be|been|being) told\b/i,
    instead: '"receives", "is notified" or "reads"',
    why: plainVerb,
  },
  {
    term: 'tells',
    pattern: /\btells\b(?! (?:you|us|the|a|an)\b)/i,
    instead: '"contains", "says" or "reports"',
    why: plainVerb,
  },
  {
    term: 'stands',
    pattern: /\b(?:stands|stood)\b(?! (?:for|out|by|in for)\b)/i,
    instead: '"is"',
    why: plainVerb,
  },
  {
    term: 'holds',
    pattern: /(?<!\b(?:condition|contrast|rule|guarantee|invariant) )\bholds\b(?! the lock\b| \w+ back\b)/i,
    instead: '"contains", "has" or "keeps"',
    why: plainVerb,
  },
  { term: 'beside', pattern: /\bbeside\b/i, instead: '"next to", "with" or "in addition to"' },
  {
    term: 'at once',
    pattern: /(?<!\ball )\bat once\b/i,
    instead: '"immediately" or "at the same time"',
    why: 'it means both',
  },
  { term: 'such a', pattern: /\bsuch an?\b/i, instead: '"this" or "a … like this"' },
];

/** Rules for identifiers, files and folders. */
export const nameRules: readonly Rule[] = [
  { term: 'visitor', pattern: /\bvisitors?\b/i, instead: '"user" or "respondent"' },
  { term: 'usual', pattern: /\busual\b/i, instead: '"default"' },
  {
    term: 'words',
    pattern: /\bwords\b/i,
    instead: '"strings" or "messages"',
    paths: /^(?:packages\/(?:elements|heed)|examples)\//,
  },
  { term: 'say', pattern: /^say\b/i, instead: '"localize" or "t"' },
  { term: 'flaw', pattern: /\bflaws?\b/i, instead: '"ValidityError" or "problem"' },
  { term: 'breach', pattern: /\bbreach(?:es)?\b/i, instead: '"violation"' },
  { term: 'mistake', pattern: /\bmistakes?\b/i, instead: '"problem"' },
  { term: 'complain', pattern: /\bcomplain(?:s|ed)?\b/i, instead: '"validity"' },
  { term: 'verdict', pattern: /\bverdicts?\b/i, instead: '"classification" or "result"' },
  { term: 'judge', pattern: /\bjudged?\b/i, instead: '"classify" or "check"' },
  { term: 'hub', pattern: /(?<!\bgit )\bhub\b/i, instead: '"event bus"' },
  { term: 'twin', pattern: /\btwins?\b/i, instead: '"duplicate"' },
  { term: 'unasked', pattern: /\bunasked\b/i, instead: '"inactive"' },
  { term: 'hand down', pattern: /\bhand(?:s|ed)? down\b/i, instead: '"inherit"' },
  { term: 'press', pattern: /^Press$|\bdouble press\b/, instead: '"double-click guard"' },
  { term: 'way', pattern: /^ways?$/i, instead: '"survey path" or "navigator"', paths: surveys },
  {
    term: 'kept',
    pattern: /\bkept\b/i,
    instead: '"draft", "partial responses" or "prefill"',
    paths: surveys,
  },
  { term: 'filed', pattern: /^filed$/i, instead: '"complaint receipt"', paths: shipped },
  { term: 'what next', pattern: /\bwhat next\b/i, instead: '"next steps"' },
  { term: 'gate', pattern: /\bgate\b/i, instead: '"prompt scheduler"', paths: prompts },
  { term: 'turn', pattern: /\bturn\b/i, instead: '"prompt lock"', paths: prompts },
  { term: 'world', pattern: /\bworld\b/i, instead: '"environment"', paths: prompts },
  { term: 'scene', pattern: /\bscene\b/i, instead: '"placement"', paths: prompts },
  { term: 'stage', pattern: /\bstage\b/i, instead: '"view"', paths: prompts },
  { term: 'tell', pattern: /^tells?\b/i, instead: '"record" or "report"', paths: shipped },
  { term: 'row', pattern: /\brows?\b/i, instead: '"queue entry"', paths: client },
];

/** The rules that apply to a place. */
export function rulesFor(place: Place): readonly Rule[] {
  return place === 'name' ? nameRules : proseRules;
}
