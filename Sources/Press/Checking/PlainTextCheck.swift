import Diagnostics
import Markup
import Newspaper

extension ReadSite {
    /// Links in what is printed as it is written: a deck, a summary.
    func plainTextFindings(_ edition: Edition) -> [Diagnostic] {
        let articles = (0..<edition.count).lazy.map(edition.headline).filter {
            $0.deck?.looksLikeLink == true || $0.summary?.looksLikeLink == true
        }.map(\.article)
        return (articles + edition.standalone.map(\.page)).flatMap { article -> [Diagnostic] in
            let texts = [("deck", article.deck, \ArticlePlaces.deck), ("summary", article.summary, \.summary)]
            return texts.compactMap { name, text, place in
                // What stands in no field of its own is said where it stands.
                guard let text, text.looksLikeLink, !HTML(inlineMarkdown: text).addresses.isEmpty,
                    let place = places(in: article.source)?[keyPath: place], place != .none
                else { return nil }
                return .warning(
                    "the \(name) has a link in it, which is printed as it is written", at: place,
                    path: article.source, hint: "Write the words alone, and put the link into the text.")
            }
        }
    }
}

extension String {
    fileprivate var looksLikeLink: Bool { contains("](") }
}
