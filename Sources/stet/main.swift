import Broadsheet
import Command

Stet.main(themes: [Broadsheet.self])
