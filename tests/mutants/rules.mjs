// Rules that break C++ in one place each, over its tokens. What they rely on is that clang-format lays the source
// out: an operator between two operands has white space on both sides, the brackets of a template have not.

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>//[^\n]*|/\*[\s\S]*?\*/)`,
    String.raw`(?<directive>^[ \t]*#(?:[^\n]*\\\n)*[^\n]*)`,
    String.raw`(?<string>(?:u8|[uUL])?R"(?<mark>[^(\s]*)\([\s\S]*?\)\k<mark>"|(?:u8|[uUL])?"(?:\\.|[^"\\\n])*"(?:\w+)?|(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')`,
    String.raw`(?<number>\b\d(?:[\w.]|'(?=\w))*)`,
    String.raw`(?<word>[A-Za-z_]\w*)`,
    String.raw`(?<operator><=>|<<=|>>=|\.\.\.|->|::|\+\+|--|<<|>>(?=\s\w)|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[^\s\w])`,
  ].join('|'),
  'gm',
);

/** The tokens of a text, without comments and directives; strings stay as tokens that no rule touches. */
export function tokensOf(text) {
  const tokens = [];
  for (const match of text.matchAll(TOKEN)) {
    const { comment, directive, string, number, word } = match.groups;
    if (comment !== undefined || directive !== undefined) continue;
    const kind = string !== undefined ? 'string' : number !== undefined ? 'number' : word !== undefined ? 'word' : 'operator';
    tokens.push({ text: match[0], kind, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The place of the bracket that closes the one at `open`. */
function closing(tokens, open) {
  let depth = 0;
  for (let at = open; at < tokens.length; ++at) {
    if ('([{'.includes(tokens[at].text)) ++depth;
    if (')]}'.includes(tokens[at].text) && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** What stands between two operands: the rule, and what it becomes. */
const BETWEEN = {
  '<': ['compare', '<='], '<=': ['compare', '<'], '>': ['compare', '>='], '>=': ['compare', '>'], '==': ['equal', '!='], '!=': ['equal', '=='],
  '&&': ['and-or', '||'], '||': ['and-or', '&&'], '+': ['plus-minus', '-'], '-': ['plus-minus', '+'],
};

/** What a number becomes; nothing for one that is not whole. */
function oneMore(number) {
  const found = /^(0x[\da-f']+|\d[\d']*)([ul]*)$/i.exec(number);
  if (!found) return undefined;
  const value = BigInt(found[1].replaceAll("'", '')) + 1n;
  return (/^0x/i.test(found[1]) ? `0x${value.toString(16)}` : String(value)) + found[2];
}

/** What each brace opens: a function that answers a bool, another function, or something without statements. */
function bodyAt(tokens, brace) {
  let from = brace - 1;
  let depth = 0;
  for (; from >= 0; --from) {
    const { text } = tokens[from];
    if (')]'.includes(text)) ++depth;
    if ('(['.includes(text) && --depth < 0) break;
    if (depth === 0 && (text === ';' || text === '{' || text === '}')) break;
  }
  const words = tokens.slice(from + 1, brace).map(({ text }) => text);
  if (['namespace', 'struct', 'class', 'enum', 'union', 'extern'].some((word) => words.includes(word))) return 'names';
  if (['if', 'for', 'while', 'switch', 'else', 'do', 'case', 'default'].includes(words[0]) || words.length === 0) return 'block';
  const call = words.indexOf('(');
  const head = words.slice(0, call < 0 ? 0 : call);
  const arrow = words.lastIndexOf('->');
  if (arrow >= 0 && words[arrow + 1] === 'bool' && words.length === arrow + 2) return 'bool';
  if (words.includes('[') && words.includes(']') && !head.includes('bool')) return words.at(-1) === ')' || words.at(-1) === ']' ? 'other' : 'list';
  if (words.at(-1) !== ')' && words.at(-1) !== 'const' && words.at(-1) !== 'noexcept' && arrow < 0) return 'list';
  return head.at(-2) === 'bool' || head.includes('bool') ? 'bool' : 'other';
}

/** For each token the kind of function it stands in: 'bool' by its answer, 'other', 'list' in braces of values; '' outside. */
function contextsOf(tokens) {
  const contexts = [];
  const open = [];
  tokens.forEach((token, at) => {
    if (token.text === '{') {
      const body = bodyAt(tokens, at);
      open.push(body === 'block' ? open.at(-1) ?? '' : body === 'names' ? '' : body === 'list' ? 'list' : body);
    }
    contexts.push(open.at(-1) ?? '');
    if (token.text === '}') open.pop();
  });
  return contexts;
}

const NO_STATEMENT = new Set(['return', 'using', 'const', 'constexpr', 'static', 'break', 'continue', 'case', 'auto', 'throw', 'namespace',
  'struct', 'class', 'enum', 'template', 'typename', 'if', 'for', 'while', 'else', 'do', 'default', 'static_cast', 'static_assert', 'switch']);

/** The end of the plain call or assignment that begins at a token; nothing where something else begins. */
function statementEnd(tokens, first) {
  const { text, kind } = tokens[first];
  const mayBegin = (kind === 'word' && !NO_STATEMENT.has(text)) || text === '++' || text === '--' || text === '*' || text === '(';
  if (!mayBegin) return undefined;
  let acts = text === '++' || text === '--';
  for (let at = first; at < tokens.length; ++at) {
    const token = tokens[at];
    if (token.text === ';') return acts ? at : undefined;
    if ('}{'.includes(token.text) && !acts) return undefined;
    // A word behind a word, or behind a type's brackets, is being declared.
    const behind = at > first ? tokens[at - 1] : undefined;
    const declares = behind && (behind.kind === 'word' || (/^[>&*]$/.test(behind.text) && at > first + 1));
    if (!acts && token.kind === 'word' && declares) return undefined;
    if (token.text === '(' || token.text === '[' || token.text === '{') {
      if (token.text === '(' && at > first) acts = true;
      at = closing(tokens, at);
    }
    if (/^(?:[-+*/%&|^]|<<|>>)?=$/.test(token.text)) acts = true;
  }
  return undefined;
}

/** Where a condition that is no declaration begins and ends: behind the `;` of an `if` with one. */
function conditionOf(tokens, open) {
  const close = closing(tokens, open);
  let first = open + 1;
  for (let at = open + 1; at < close; ++at) {
    if ('([{'.includes(tokens[at].text)) at = closing(tokens, at);
    else if (tokens[at].text === ';') first = at + 1;
  }
  return ['const', 'auto'].includes(tokens[first].text) ? undefined : { first, last: close - 1 };
}

/** All mutants of a text: what stands from `start` to `end` becomes `to`. */
export function mutantsOf(text) {
  const tokens = tokensOf(text);
  const contexts = contextsOf(tokens);
  const mutants = [];
  const add = (rule, first, last, to) => {
    const { start } = tokens[first];
    const { end } = tokens[last];
    const from = text.slice(start, end);
    mutants.push({ rule, start, end, line: text.slice(0, start).split('\n').length, from, to: typeof to === 'function' ? to(from) : to });
  };
  let assertedTo = -1;
  const bodies = new Set();
  tokens.forEach((token, at) => {
    if (token.text === 'static_assert' || token.text === 'assert') assertedTo = closing(tokens, at + 1);
    if (at <= assertedTo) return;
    const isBetween = /\s/.test(text[token.start - 1] ?? '') && /\s/.test(text[token.end] ?? '');
    if (token.kind === 'operator' && isBetween && BETWEEN[token.text]) add(BETWEEN[token.text][0], at, at, BETWEEN[token.text][1]);
    if (token.text === '!' && token.kind === 'operator') add('not', at, at, '');
    if (token.text === 'true' || token.text === 'false') add('true-false', at, at, token.text === 'true' ? 'false' : 'true');
    if (token.kind === 'number' && oneMore(token.text)) add('number', at, at, oneMore(token.text));
    if (token.text === 'if' && tokens[at + 1].text === '(') {
      const condition = conditionOf(tokens, at + 1);
      if (condition) for (const to of ['true', 'false']) add('if', condition.first, condition.last, to);
    }
    if (['if', 'for', 'while'].includes(token.text)) bodies.add(closing(tokens, tokens[at + 1].text === 'constexpr' ? at + 2 : at + 1));
    if (token.text === 'return') addReturn(tokens, contexts, at, add);
    const begins = at > 0 && (';{}'.includes(tokens[at - 1].text) || tokens[at - 1].text === 'else' || bodies.has(at - 1));
    if (begins && ['bool', 'other'].includes(contexts[at - 1] === 'list' ? '' : contexts[at])) {
      const end = statementEnd(tokens, at);
      if (end) add('leave-out', at, end, '{}');
    }
  });
  return mutants;
}

/** The opposite of what is answered, where that is a bool by its function or by how it looks. */
function addReturn(tokens, contexts, at, add) {
  let end = at + 1;
  let compares = tokens[end].text === '!';
  let chooses = false;
  for (; end < tokens.length && tokens[end].text !== ';'; ++end) {
    if ('([{'.includes(tokens[end].text)) end = closing(tokens, end);
    else if (['==', '!=', '<=', '>=', '&&', '||'].includes(tokens[end].text)) compares = true;
    else if (tokens[end].text === '?' || tokens[end].text === ',') chooses = true;
  }
  if (end === at + 1 || (end === at + 2 && ['true', 'false'].includes(tokens[at + 1].text))) return;
  if (contexts[at] !== 'bool' && !(compares && !chooses)) return;
  if (chooses && tokens.slice(at, end).some(({ text }) => text === ',')) return;
  add('return', at + 1, end - 1, (from) => `!(${from})`);
}
