import ArgumentParser
import Press

/// `stet new`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begins an article, or a newspaper.",
        subcommands: [NewArticleCommand.self, NewSiteCommand.self])
}

/// `stet new article`.
struct NewArticleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "Writes the file of a new article, a draft.",
        usage: "stet new article <headline> [--section <section>] [<options>]",
        discussion: """
            The front matter is written in the way in which the site's newest articles are, and the file is named \
            after the headline. Its path is printed. No file is ever overwritten.
            """)

    @Argument(help: "The headline, in quotation marks.")
    var headline: String

    @Option(help: "The section, by its folder or its name; a new one is made.")
    var section: String?

    @Option(help: "The folder that has Content in it.", completion: .directory)
    var site = "."

    @Option(help: "Who writes it: the name of a file in Content/authors, or a name.")
    var author: String?

    @Option(help: "Its date, such as 2026-11-18 or 2026-11-18T07:30, instead of now.")
    var date: String?

    @Option(help: "The file's name, instead of one made of the headline.")
    var slug: String?

    @Flag(inversion: .prefixedNo, help: "Whether it is a draft.")
    var draft = true

    func run() throws {
        var article = NewArticle(site: site, headline: headline, date: .given(date))
        article.section = section
        article.author = author
        article.slug = slug
        article.isDraft = draft
        let path = try complaining { () throws(BuildFailure) in try article.write(themes: Themes.available) }
        Console.say(path)
    }
}

/// `stet new site`.
struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Makes a small newspaper of your own.",
        usage: "stet new site <folder>",
        discussion: """
            It has settings, each explained, two sections, a few articles that explain how to write one, an author \
            and a page. It builds as it is, and can be deployed.
            """)

    @Argument(help: "The folder to make; its name becomes the newspaper's.")
    var folder: String

    func run() throws {
        let site = NewSite(folder: folder, now: .now)
        let files = try complaining { () throws(BuildFailure) in try site.write() }
        let name = folder.contains(" ") ? "\"\(folder)\"" : folder
        Console.say("\(folder): \(count(files.count, "file")). Build it: stet build \(name)")
    }
}
