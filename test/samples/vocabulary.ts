import { after, among, any, both, echoing, except, listed, token, weak, words } from './rules.ts';

/** What neurons and explanations are about. */

export const digits = token(/\d/);
export const years = token(/^ ?(?:19|20)\d\d$/);
export const months = words(
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/,
);
export const weekdays = words(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/);
export const numberWords = words(
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifty|twenty)$/,
);
export const currency = token(/[$£€]/);
export const prices = both(
  token(/\d|^[.,]$/),
  any(after(currency), weak(after(after(after(currency))), 0.7), echoing(currency, 4)),
);
export const and = words(/^and$/);

export const lineBreaks = token(/\n/);
export const lineStarts = except(after(lineBreaks), token(/^\s+$/));
export const bullets = token(/^[-*[]$/);
export const punctuation = token(/^[^\p{L}\p{N}\s]+$/u);
export const sentenceEnds = token(/^[.!?]["']?$/);
export const letters = token(/^ ?\p{L}{3,}$/u);

export const openingBrackets = token(/[([{]/);
export const signsOfCode = token(/[{}()=;<>_#]/);
export const inCode = among(signsOfCode, 0.1);
export const codeWords = words(
  /^(?:const|let|mut|def|fn|if|for|while|return|class|async|await|int|void|new|export|continue|raise|function|null|true|false|select|from|where|insert|update|join|values)$/,
);
export const keywords = both(codeWords, inCode);
export const sqlWords = both(
  token(
    /^ ?(?:SELECT|FROM|WHERE|JOIN|GROUP|ORDER|BY|HAVING|LIMIT|UPDATE|SET|INSERT|INTO|VALUES|COUNT|AVG|MAX|NULL|NOT|IS|AND|AS|ON|DESC)$/,
  ),
  inCode,
);
export const capitals = token(/^ ?\p{Lu}{2,}$/u);

export const brokenCharacters = token(/\ufffd/);
export const otherScripts = token(/[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]|\ufffd/u);
export const kana = token(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
export const particles = token(/^ ?[はがをでにへと]$/u);

export const sea = listed(
  'sea ship boat ferry harbour tide sailor sail wave anchor mast deck crew captain reef hull cargo ' +
    'lighthouse quay pier wreck swell fishing',
);
export const coast = listed('island coast shore beach cape cliff inlet bay channel harbour port');
export const travel = listed(
  'train bus ferry station ticket ship travel platform boat sail bicycle car road driver walk ' +
    'walked left arrived',
);
export const family = listed(
  'mother father sister brother son daughter aunt uncle cousin grandmother grandfather grandpa mama ' +
    'husband wife parent child children family twin niece',
);
export const people = any(
  weak(family, 0.8),
  listed('boy man woman girl friend people neighbour she he they who nobody everyone'),
);
export const cooking = listed(
  'cook cooked bake baked boil boiled stir simmer melt mix fried roast roasted drain chopped diced slice ' +
    'peel toast oven pan pot kitchen recipe soup bread butter onion salt dough flour egg cheese lentil oil ' +
    'rice pasta broth loaves roll pepper lemon carrot wine baker sourdough',
);
export const cookingVerbs = listed(
  'cook cooked bake baked boil boiled stir simmer melt mix fried roast roasted drain peel toast serve add rinse wash',
);
export const food = listed(
  'soup bread butter onion salt dough egg cheese lentil oil rice pasta broth fish orange cake wine lemon',
);
export const weather = listed(
  'rain rained wind storm snow sun fog cloud thunder hail frost breeze drought weather ice gust forecast cold',
);
export const negation = words(
  /^(?:not|no|never|nobody|nothing|none|cannot|nor|neither|without|nowhere)$/,
);
export const contrast = words(/^(?:however|but|although|cependant|instead)$/);
export const however = words(/^however$/);
export const afterHowever = after(however);
export const speechVerbs = words(
  /^(?:said|says|asked|answered|whispered|replied|shouted|told|explained|spoke|murmured|sighed|talked|say|tell)$/,
);
export const openingQuotes = token(/^ ?["„«]$/);
export const pastTense = words(
  /^(?:\p{L}{2,}ed|was|were|had|did|went|came|took|made|found|left|stood|knew|wrote|gave|kept|got|said|told|thought|ran|lay|sat|read|hung|fell|sold|slept|ate|grew)$/u,
);
export const plurals = except(
  words(/^\p{L}{3,}[^s\W]s$/u),
  listed('was his has this its always perhaps plus'),
);
export const countedPlurals = both(
  any(plurals, words(/^(?:children|people|km)$/)),
  any(after(any(digits, numberWords)), weak(after(after(any(digits, numberWords))), 0.8)),
);
export const comparatives = words(
  /^(?:better|worse|larger|longer|higher|smaller|older|younger|brighter|softer|greener|heavier|clearer|harder|funnier|warmer|darker|stronger|faster|quieter|kinder|busier|happier|easier|taller|drier|earlier|fewer|less|more|later)$/,
);
export const superlatives = words(
  /^(?:smallest|youngest|oldest|eldest|cheapest|most|worst|best|wettest|driest|finest|slowest|longest|mostly)$/,
);
export const thanks = words(
  /^(?:thank|thanks|please|sorry|hello|welcome|dear|regards|merci|gracias|haha|morning|evening|love)$/,
);
export const you = words(/^(?:you|your|yours)$/);
export const doubt = words(
  /^(?:perhaps|maybe|might|may|probably|seem|seems|possible|likely|suspect|could|would|sure|if|believe|think)$/,
);
export const feelings = words(
  /^(?:afraid|sad|happy|lonely|loved|angry|glad|tired|pleased|bored|cried|wept|laughed|liked|love|worries|sorry|kind|quiet|hope)$/,
);
