import ArgumentParser
import Press

/// `stet list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists drafts, scheduled stories, topics and the like.",
        usage: "stet list <what> [<site>] [<options>]",
        discussion: """
            Of articles it shows the date, the file and the headline: of drafts and undated stories their own date, \
            of scheduled ones the end of their embargo, of expired ones when they expired. Of topics, authors and \
            sections it shows how many stories there are, the day of the newest, the address and the name. Content is \
            read, and nothing is written.
            """)

    @Argument(help: "What to list.")
    var what: Inventory.Subject

    @Argument(help: "The folder that has Content in it.", completion: .directory)
    var site = "."

    @Option(
        help: "The time to list for, such as 2026-11-18T07:30, instead of the clock's; without a zone, in the site's.")
    var now: String?

    @Option(help: "How to report: text or json.")
    var format = Format.text

    func run() throws {
        let inventory = try complaining { () throws(BuildFailure) in
            try Inventory(of: what, site: site, now: .given(now), themes: Themes.available)
        }
        switch format {
        case .text: InventoryReport(inventory).print()
        case .json: Console.say(json: JSONInventory(inventory))
        }
        guard inventory.errors.isEmpty else {
            Console.complain(
                "stet: the list is not whole: the content has \(count(inventory.errors.count, "error"))\n"
                    + "    Call stet check, which says where.")
            throw ExitStatus.contentErrors
        }
    }
}

extension Inventory.Subject: ExpressibleByArgument {}
