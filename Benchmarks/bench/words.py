"""What the synthetic newspaper is made of: its sections, names, and the words of its texts.

Nothing is quoted from anywhere; sentences are words in a random order.
"""

SECTIONS = [
    "war", "politics", "religion", "business", "science", "health",
    "culture", "sport", "opinion", "local", "travel", "technology",
]

CITIES = [
    "CAIRO", "GENEVA", "LAGOS", "LIMA", "OSLO", "QUITO",
    "SEOUL", "TUNIS", "VIENNA", "WARSAW", "NAIROBI", "MANILA",
]

PLAIN = """
the of and to in a is that for it as was with be by on not he his but at are this have from or
had an they which one you were all her she there would their we him been has when who will no
more if out so up said what its about than into them can only other time new some could these
two may first then do any like my now over such our man me even most made after also did many
off before must well back through years where much your way down should because long each just
state those people too mister how little good world make very year still see work men day life
get here between both under never same another know while last might us great old since against
go came right take three house use again place around however small found
""".split()

NEWS = """
city council minister report official market river school hospital teacher budget vote committee
border talks ceasefire harvest union strike railway bridge flood court judge witness verdict
appeal research vaccine laboratory satellite orchestra theatre stadium coach season league
harbour museum festival bishop parish mosque temple pilgrim synod charity election ballot
campaign
""".split()

WORDS = PLAIN + NEWS

FIRST_NAMES = [
    "Ada", "Bram", "Chidi", "Dora", "Emeka", "Farah", "Goran", "Hana", "Ines", "Jonas",
    "Kofi", "Lena", "Mira", "Nils", "Omar", "Petra", "Quim", "Rosa", "Samir", "Tove",
]
SURNAMES = [
    "Abara", "Berg", "Castro", "Dahl", "Eze", "Farkas", "Grant", "Haddad", "Ito", "Jansen",
]

AUTHORS = [f"{first} {last}" for first in FIRST_NAMES for last in SURNAMES]
TOPICS = [f"{one}-{other}" for one in NEWS[:20] for other in NEWS[20:40]]
