import Diagnostics
import Foundation
import Newspaper

extension ReadSite {
    /// Topics that are probably one, written in two ways: “Election” and “Elections”, “Diplomcy” and “Diplomacy”.
    func topicFindings(_ edition: Edition) -> [Diagnostic] {
        let topics = edition.topics.map { TopicName($0.link.name, stories: $0.stories) }
        return (variants(topics) + slips(topics)).compactMap { rare, common in
            guard !site.areDistinct(rare.name, common.name), let story = rare.stories.first else { return nil }
            let source = edition.headline(Int(story)).source
            let count = rare.stories.count
            let articles = count == 1 ? "this article" : "all \(count) articles that have it"
            return .warning(
                "the topic \(quoted(rare.name)) is almost \(quoted(common.name))",
                at: places(in: source)?.topic(rare.name) ?? .none, path: source,
                hint:
                    "Write \(common.name) in \(articles), if the same is meant; if not, name both under distinctTopics: in site.yml."
            )
        }
    }

    private typealias Pair = (rare: TopicName, common: TopicName)

    /// Those that differ only in accents, punctuation or number.
    private func variants(_ topics: [TopicName]) -> [Pair] {
        Dictionary(grouping: topics, by: \.stem).values.flatMap { group -> [Pair] in
            let group = group.sorted { ($1.stories.count, $0.name) < ($0.stories.count, $1.name) }
            return group.dropFirst().map { ($0, group[0]) }
        }
    }

    /// Those that are one slip apart. A slip is rare, so a topic that is common is none: “Police” and “Policy” are two.
    private func slips(_ topics: [TopicName]) -> [Pair] {
        var neighbours: [String: [Int]] = [:]
        for (number, topic) in topics.enumerated() where (6...60).contains(topic.plain.count) {
            for form in topic.shortened { neighbours[form, default: []].append(number) }
        }
        var pairs: Set<[Int]> = []
        for group in neighbours.values where group.count > 1 {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] where topics[one].isSlip(of: topics[other]) {
                    pairs.insert(
                        topics[one].stories.count <= topics[other].stories.count ? [one, other] : [other, one])
                }
            }
        }
        return pairs.map { (topics[$0[0]], topics[$0[1]]) }
            .filter { $0.rare.stories.count == 1 || $0.rare.stories.count * 8 <= $0.common.stories.count }
    }
}

/// A topic's name, and what it is compared by.
private struct TopicName {
    let name: String
    /// The newest first.
    let stories: [Int32]
    /// Letters and digits without accents, in lower case.
    let plain: String
    /// The same, with each word in the singular as far as its ending tells.
    let stem: String

    init(_ name: String, stories: [Int32]) {
        self.name = name
        self.stories = stories
        let folded = name.replacing("&", with: " and ").folding(
            options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        let words = folded.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
            .map { String($0.filter { $0.isLetter || $0.isNumber }) }
        plain = words.joined()
        // What is mostly signs differs in them: C++ is not C.
        stem = plain.count < 3 ? name : words.map(\.singular).joined()
    }

    /// The name, and the name less each of its letters: of two names that are one slip apart, some are the same.
    var shortened: Set<String> {
        var forms: Set = [plain]
        for index in plain.indices {
            var form = plain
            form.remove(at: index)
            forms.insert(form)
        }
        return forms
    }

    /// Other years are other topics, and so are names that begin differently, as Gambia and Zambia do.
    func isSlip(of other: TopicName) -> Bool {
        stem != other.stem && plain.first == other.plain.first
            && plain.filter(\.isNumber) == other.plain.filter(\.isNumber)
            && nearMiss(plain, among: [other.plain]) != nil
    }
}

extension String {
    /// English plurals, and those of other languages that look like them. Short words are left: News is not New.
    fileprivate var singular: String {
        guard count >= 5, hasSuffix("s"), !hasSuffix("ss") else { return self }
        if hasSuffix("ies") { return dropLast(3) + "y" }
        let isLong = ["ches", "shes", "xes", "sses", "zes"].contains(where: hasSuffix)
        return String(dropLast(isLong ? 2 : 1))
    }
}
