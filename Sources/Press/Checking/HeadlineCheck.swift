import Diagnostics
import Newspaper

extension ReadSite {
    /// How many characters of a headline search engines show.
    private static let headlineLimit = 110

    /// Headlines that are too long to be shown as they are.
    func headlineFindings(_ edition: Edition) -> [Diagnostic] {
        let articles = (0..<edition.count).lazy.map(edition.headline).filter {
            $0.headline.utf8.count > ReadSite.headlineLimit
        }.map(\.article)
        return (articles + edition.standalone.map(\.page)).compactMap { article in
            let length = article.headline.count
            guard length > ReadSite.headlineLimit else { return nil }
            let place = places(in: article.source)?.headline ?? .none
            return .warning(
                "the headline has \(length) characters, and search engines cut it after \(ReadSite.headlineLimit)",
                at: article.headlineIsInBody ? Place(line: article.bodyLine) : place, path: article.source,
                hint: "Shorten it, and say the rest in the deck.")
        }
    }

    /// Where the fields of an article's file stand; nil if it cannot be read any more.
    func places(in source: String) -> ArticlePlaces? {
        (try? FileSystem.read(folder.path + "/" + source)).map { ArticlePlaces($0) }
    }
}
