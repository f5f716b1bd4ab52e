import ArgumentParser
import Foundation
import Markdown
import Markup
import Newspaper

/// `stet markdown`: standard input to standard output.
struct MarkdownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown", abstract: "Shows what becomes of a text: Markdown in, HTML out.",
        usage: "stet markdown [<options>] < text",
        discussion: """
            Reads Markdown without front matter from standard input and writes the HTML that an article's text would \
            become. Nothing is looked up: links and pictures stay as they are written, and figures look as they do \
            in the default theme.
            """)

    @Option(help: "What becomes of raw HTML: omit or allow.")
    var html = BodyOptions.RawHTML.omit

    @Flag(inversion: .prefixedNo, help: "Curly quotes, dashes and ellipses for straight ones.")
    var smart = true

    func run() throws {
        let text = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
        guard let theme = Themes.available.first else { throw ExitStatus.wrongCall }
        let body = Body(
            rendering: text[...], options: BodyOptions(rawHTML: html, smart: smart), surroundings: Nowhere(),
            pieces: theme.init(Masthead(site: Site())))
        for diagnostic in body.diagnostics { Console.complain(diagnostic.at(path: "standard input").description) }
        Console.write(body.html.bytes)
        if body.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.contentErrors }
    }
}

extension BodyOptions.RawHTML: ExpressibleByArgument {}

/// The surroundings of a text that is in no site.
private struct Nowhere: Surroundings {
    func address(ofLink destination: String) -> LinkTarget { .asWritten }

    func picture(_ source: String) -> PictureTarget {
        Address(source).map { .found(Picture(address: $0)) } ?? .missing("\(source) is no picture's address")
    }
}
