"""Words that carry no topic: grammar, courtesy, and the vocabulary of asking about votes itself.

They are written folded. What is left of a question after these is what it is about.
"""

from __future__ import annotations

_GRAMMAR = """
a an the this that these those it its it's itself they them their theirs he she his her we our you your i me my mine us
is are was were be been being am do does did done doing has have had having can could may might must shall should will would
not no nor none never didn't don't doesn't hasn't haven't wasn't weren't isn't aren't won't wouldn't couldn't can't cannot didnt dont
isnt wasnt doesnt havent hasnt arent and or but if so then than as at by for from in into of off on onto out over to too up upon with
within without about above after again against all almost along already also although always among amongst an and another any anybody
anyone anything around away back because become before behind below beside besides between beyond both both but down during each either
else enough even ever every everyone everybody everything except few fewer first further get gets got getting go goes going gone went
here how however i'd i'm i've im inside instead just least less lot made make makes many maybe more most much near neither nobody noone
nothing now often once one ones only onto other others otherwise own per perhaps quite rather really same several simply since some
somebody someone something sometimes somewhere still such there's there therefore thing things think though three through throughout
thus till together toward towards twice two under until unless unlike us very via well what what's whats when whenever where whether
which whichever while who who's whos whoever whole whom whose why yes yet ok okay hello hi hey thanks thx please pls plz dear sorry
lol omg btw fyi wtf eh hmm um uh ah oh re cf vs v versus etc s d ll m ve t
tell show give find list name names named need want wanted know look looking check checking confirm verify print write say says said
saying claims claim claimed claiming wonder wondering remember recall help ask asking asked answer mean means meant read reads article
articles according report reported piece clipping someone says true false correct right wrong real earth fact facts quick quickly
exactly actual actually apparently allegedly supposedly sure surely probably possibly today's ago back earlier later latest recent recently
last next previous newest current currently present day days date dated week weeks month months year years decade decades time times
moment early late mid end beginning start started starting began begin turn turned change changed changes switch switched shift flipped
flip moved move moves history famous infamous big major well-known new old original half dozen
""".split()

_VOTING = """
vote votes voted voting voter voters ballot ballots roll-call rollcall roll call calls recorded record records count counts counted tally tallies
result results outcome outcomes score scores figure figures number numbers total totals percent percentage share rate majority
resolution resolutions res text texts draft drafts motion motions decision decisions document documents item paragraph para measure
adopt adopts adopted adopting adoption pass passed passes passing carry carried approve approved approves approving approval reject rejected rejects rejecting fail failed fails
favour favor favoured yea yeas yay aye ayes nay nays noes nos abstain abstains abstained abstaining abstainers abstention abstentions
abstentio absent absentee absentees oppose opposed opposes opposing opposition opponents support supports supported supporting supporters
back backs backed backing side sides sided siding join joined joining broke break breaks ranks unanimous unanimously unanimity consensus
stance position positions way ways go went stand stood behave behaviour behaved act acted react reacted do did done cast casting put
un u.n uno unga ga general assembly unsc sc security council nations united member members state states country countries countrys nation
nations government governments delegation delegations delegate bloc body bodies session sessions plenary meeting chamber emergency special
permanent elected non-permanent rest remaining neighbours neighbor neighbors adopted
against for favour minus plus across board full complete entire whole detail details breakdown split list listing lists overview
kick out lone sole alone only single twin partner partners ally allies match closest nearest furthest agreement agree agreed agrees overlap alike same
different differently differ differs differed compare compared comparison versus together
related relating concerning regarding concerned question questions issue issues matter matters topic topics case situation
saw see seen hold holds held far identical miss missed non hand hands raise raised stay stayed put puts opt opted
wait meant sorry besides closely align aligned aligns alignment lockstep track tracked rank ranked ranking top twice thrice
something anything everything whatever kind sort type form version versions vetoed veto vetoes vetoing
ended ends finish finished votedesk bot quick
get through over go come came comes coming make made take took takes taken taking call called calls calling happen happened happens
""".split()

STOPWORDS: frozenset[str] = frozenset(_GRAMMAR) | frozenset(_VOTING)
"""Folded words that are never looked for in the record."""

LIGHT_WORDS: frozenset[str] = frozenset(
    """question situation treaty declaration report problem status issue matter implementation measures international human rights
    convention agreement conference committee programme plan crisis war conflict attack action actions people peoples
    trump biden obama bush clinton reagan carter nixon kissinger kennedy truman thatcher blair johnson sunak starmer putin medvedev
    yeltsin gorbachev brezhnev khrushchev stalin zelensky zelenskyy netanyahu sharon begin rabin modi nehru gandhi orban fico merkel scholz merz macron
    sarkozy chirac mitterrand de gaulle milei bolsonaro lula maduro chavez castro erdogan xi mao meloni berlusconi duterte marcos trudeau carney
    albanese nasser sadat arafat abbas gaddafi saddam hussein assad khomeini guterres
    anniversary follow followed creating creation establishing establishment launch launching ending end returning return
    presence invasion intervention incursion bombing occupation aggression raid strike strikes troops forces force
call calls demand demands request advisory opinion world global country countries principle principles basic""".split()
)
"""Words that help to find a vote, and whose absence from its title does not rule it out."""
