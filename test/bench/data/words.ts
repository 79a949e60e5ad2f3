/** Words of explanations, likelier ones first in each list; written for this project. */

/** What neurons are said to be about. */
export const topics = list(`
  actions people time places emotions movement numbers food family money law science health war
  music sports weather technology animals politics religion education travel business colours
  communication government history work violence nature cities water sound light death love art
  language medicine games clothing transport power change size distance speed crime weapons plants
  fire age gender school marriage children friendship fear anger joy grief loss winning defeat help
  harm danger safety conflict agreement doubt certainty possibility necessity permission ability
  obligation intention purpose cause result comparison contrast quantity quality order position
  direction shape texture temperature taste smell touch sight hearing memory thought belief
  knowledge opinion truth lies secrets surprise hope trust respect honour shame guilt pride envy
  kindness cruelty courage patience hunger thirst sleep dreams illness injury healing birth growth
  decay ageing beginnings endings pauses delays schedules dates months weekdays seasons years
  centuries hours mornings evenings nights holidays festivals ceremonies weddings funerals prayers
  churches temples saints gods angels demons ghosts magic myths legends stories novels poems plays
  films theatre dancing singing instruments painting sculpture photography drawing design fashion
  jewellery shoes hats coats fabrics sewing furniture houses rooms kitchens gardens farms fields
  forests mountains rivers lakes oceans islands beaches deserts valleys caves rocks minerals metals
  gold silver iron steel wood glass paper plastic stone clay sand dust mud ice snow rain storms
  floods drought earthquakes volcanoes planets stars moons galaxies space rockets satellites
  aeroplanes airports ships boats harbours trains stations cars lorries bicycles roads bridges
  tunnels traffic accidents repairs engines machines tools robots computers software programs code
  functions variables loops arrays strings files folders servers networks browsers websites links
  passwords encryption hackers viruses databases queries tables columns spreadsheets charts maps
  phones screens keyboards cameras batteries electricity energy oil gas coal nuclear wind waste
  pollution climate recycling conservation species birds fish insects dogs cats horses cattle sheep
  pigs wolves bears snakes spiders bees trees flowers fruit vegetables bread cheese meat soup sauce
  sugar salt spices wine beer coffee tea milk eggs cooking baking recipes restaurants meals hotels
  tourism passports borders migration refugees citizens nations empires kings queens presidents
  ministers senators mayors elections votes parties campaigns protests revolutions treaties courts
  judges lawyers trials verdicts prisons police detectives thieves murder fraud smuggling drugs
  alcohol tobacco addiction hospitals doctors nurses patients surgery vaccines diseases symptoms
  diagnosis treatment pain blood bones muscles skin hair eyes hands faces brains hearts lungs
  stomachs genes cells proteins molecules atoms chemicals acids reactions experiments laboratories
  theories proofs equations fractions geometry statistics probability measurements units weights
  lengths volumes angles percentages prices taxes wages debts loans banks shares markets trade
  imports factories workers unions managers companies brands advertising customers shops sales
  contracts insurance property rent inheritance gifts charity poverty wealth class race equality
  rights freedom slavery justice punishment revenge forgiveness apologies promises threats warnings
  advice instructions commands requests questions answers greetings farewells thanks insults jokes
  sarcasm praise complaints criticism arguments debates interviews speeches letters emails
  newspapers magazines headlines reporters broadcasts podcasts subtitles captions quotations
  footnotes citations titles chapters paragraphs lists headings bullets brackets quotes commas
  football cricket tennis rugby hockey golf boxing swimming running cycling rowing skiing climbing
  chess cards dice puzzles toys teams coaches referees goals scores leagues matches tournaments
  medals records injuries soldiers officers armies navies battles sieges bombs missiles rifles
  swords armour uniforms flags medicine alliances spies prisoners veterans monuments museums
  archives libraries books universities students teachers exams degrees lectures research grants
  engineers architects builders carpenters plumbers electricians sailors pilots drivers farmers
  fishermen hunters bakers butchers tailors clerks secretaries accountants economists philosophers
  priests monks pilgrims witches dragons giants fairies heroes villains monsters aliens
`);

/** Kinds of words, and of what else a token can be. */
export const kinds = list(`
  verbs names numbers nouns pronouns adjectives prepositions adverbs letters expressions terms
  abbreviations titles punctuation contractions conjunctions suffixes prefixes symbols acronyms
  articles plurals participles auxiliaries quantifiers comparatives superlatives determiners
  interjections idioms syllables capitals initials hyphens apostrophes commas dashes slashes
  brackets digits decimals ordinals fractions dates years units currencies identifiers operators
  keywords filenames addresses hashtags emoticons vowels consonants compounds negations possessives
  infinitives gerunds imperatives conditionals clauses questions exclamations quotations
  parentheses semicolons colons ellipses asterisks underscores spaces newlines indents accents
  diacritics surnames nicknames pseudonyms toponyms loanwords slang jargon euphemisms
`);

export const modifiers = list(`
  specific personal numerical various negative proper possessive physical common technical positive
  different certain formal general past past-tense modal plural present social political legal
  medical scientific financial military religious emotional historical geographical temporal
  spatial mathematical musical sexual racial cultural professional digital musical professional
  public private local national international foreign ancient modern early late first final partial
  complete incomplete approximate exact relative absolute high low large small long short strong
  weak fast slow old young new similar opposite repeated rare unusual frequent sudden gradual
  possible impossible likely unlikely necessary optional important minor major central abstract
  concrete literal figurative ironic polite rude informal colloquial archaic poetic literary
  narrative descriptive comparative superlative conditional hypothetical imperative passive active
  reflexive auxiliary irregular compound hyphenated capitalised abbreviated quoted misspelled foreign
  English French German Latin Spanish Russian Chinese Japanese Arabic European Asian African American
  maritime rural urban domestic industrial agricultural commercial economic electronic mechanical
  chemical biological botanical zoological astronomical geological nautical culinary athletic
  artistic architectural theatrical visual auditory verbal written spoken printed handwritten online
  interactive automatic manual official criminal civil royal democratic liberal conservative radical
  moral ethical spiritual sacred secular pagan mythical magical fictional factual statistical random
  uncertain ambiguous precise vague obscure obvious hidden visible bright dark warm cold wet dry
  soft hard sharp smooth rough heavy light thick thin wide narrow deep shallow empty full open closed
  broken whole clean dirty fresh rotten sweet bitter sour salty spicy raw cooked wild tame dangerous
  safe healthy sick painful pleasant beautiful ugly happy sad angry calm nervous brave shy proud
  humble generous greedy honest false guilty innocent lonely crowded noisy quiet busy idle rich poor
  cheap expensive valuable worthless famous unknown popular single married royal native
`);

/** In their first form. */
export const verbs = list(`
  show express describe suggest involve follow give take make move change create find use start end
  stop begin finish continue increase decrease grow shrink rise fall open close break build repair
  cut join separate connect divide add remove replace compare measure count calculate estimate
  predict guess think believe know understand remember forget learn teach explain ask answer speak
  whisper shout tell claim deny admit promise threaten warn advise order request allow forbid permit
  prevent help harm attack defend fight win lose play compete train practise work rest sleep wake
  dream eat drink cook bake boil fry taste smell touch hear listen watch look stare notice ignore
  hide seek reveal discover invent design draw paint write read print publish edit translate sing
  dance perform act travel walk run jump climb swim dive fly sail drive ride carry push pull throw
  catch drop lift hold grip release bend stretch twist turn roll slide shake swing hit kick punch
  bite scratch burn freeze melt flow pour spill leak drip soak wash clean dry sweep polish sew knit
  weave dig plant harvest feed breed hunt fish trade buy sell pay borrow lend owe earn spend save
  invest gamble steal rob cheat lie betray accuse arrest convict punish forgive thank praise blame
  insult mock joke laugh smile cry weep sigh scream fear hate love like want need hope wish regret
  envy admire respect trust doubt prefer choose decide vote elect appoint govern rule lead obey
  resist rebel protest negotiate agree argue debate persuade marry divorce raise adopt born die kill
  bury mourn pray worship bless curse heal cure infect suffer bleed breathe cough sneeze arrive leave
  return enter exit escape chase send receive deliver load store pack wrap attach fasten tie lock
`);

/** Words of which neurons of one word are said to be. */
export const smallWords = list(`
  not it be we as you have but that there so than will if all which who when like one for out up
  into more just than what any only over after before still even never also how why yet while though
  because since until unless against between among around through without under above below beyond
  their your his her our its them him us me my this those these such some many much few each every
  both either neither another other own same very too quite rather almost nearly about again once
  twice then now here where
`);

function list(words: string): readonly string[] {
  return [...new Set(words.trim().split(/\s+/))];
}
