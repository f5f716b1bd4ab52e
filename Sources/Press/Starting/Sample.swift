import FrontMatter
import Newspaper

/// One of a site's articles, from which a new one learns how this site writes.
struct Sample {
    let article: Article
    let path: ContentPath
    /// The extension of its file's name.
    let suffix: String
    let document: Document

    /// The field of that meaning, by whatever name.
    func field(_ key: ArticleKey) -> Fields.Field? {
        document.fields.all.first { ArticleKey.byName[$0.name.lowercased()]?.key == key }
    }

    /// What a field says, if that is one text.
    func text(_ key: ArticleKey) -> String? {
        if case .scalar(let text, _) = field(key)?.node.value { text } else { nil }
    }
}

extension ReadSite {
    /// The newest articles, drafts among them.
    func samples(_ count: Int) throws(MachineError) -> [Sample] {
        let catalogue = content.material.catalogue
        // Those without a date come last.
        let newest = catalogue.cards.sorted { ($0.published ?? .past) > ($1.published ?? .past) }.prefix(count)
        var samples: [Sample] = []
        for card in newest {
            let article = catalogue.article(card)
            let bytes = try FileSystem.read(folder.path + "/" + article.source)
            let file = String(article.source.dropFirst(folder.contentName.count + 1))
            samples.append(
                Sample(
                    article: article, path: ContentPath(file),
                    suffix: file.hasSuffix(".markdown") ? ".markdown" : ".md",
                    document: Document(parsing: bytes)))
        }
        return samples
    }
}

extension Timestamp {
    /// Before anything that was ever published.
    fileprivate static let past = Timestamp(seconds: .min)
}

/// What most say; of two that are said as often, what is said first.
func majority<Answer: Hashable>(_ answers: [Answer]) -> Answer? {
    let counts = Dictionary(answers.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    return answers.first { counts[$0] == most }
}

/// Whether most say yes.
func isMajority(_ answers: [Bool]) -> Bool { majority(answers) ?? false }
