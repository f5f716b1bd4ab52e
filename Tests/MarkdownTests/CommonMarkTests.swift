import Foundation
import Testing

@testable import Markdown

/// CommonMark's own examples, through our whole pipeline: it changes what is listed here, and nothing else.
@Suite struct CommonMarkTests {
    struct Example: Decodable {
        var example: Int
        var markdown: String
        var html: String
    }

    /// Examples that come out differently on purpose.
    static let differences: [Int: Difference] = listed([
        (.scheme, [499, 595, 597, 598, 600]),
        (.image, [578, 586]),
        (
            .figure,
            [516, 519, 530, 571, 572, 573, 574, 575, 576, 577, 579, 580, 581, 582, 583, 584, 585, 587, 588, 590]
        ),
    ])

    /// Those that do so besides with curly quotes, as `stet markdown --html allow` has them.
    static let smartDifferences: [Int: Difference] = listed([
        (
            .smart,
            [
                14, 46, 55, 87, 91, 106, 197, 209, 210, 343, 352, 358, 362, 379, 384, 394, 507, 589, 618, 619, 621, 623,
                625, 626, 632, 650,
            ]
        )
    ])

    enum Difference: String {
        case figure = "an image alone in its paragraph is a figure"
        case image = "an image in a line is loaded late, and is written as HTML rather than XHTML"
        case scheme = "a link's scheme is http, https, mailto or tel"
        case smart = "straight quotes, hyphens and full stops become curly quotes, dashes and ellipses"
    }

    @Test func everyExampleIsAsCommonMarkSaysOrIsListed() throws {
        try check(smart: false, CommonMarkTests.differences)
    }

    @Test func curlyQuotesChangeWhatIsListedAndNothingElse() throws {
        let both = CommonMarkTests.differences.merging(CommonMarkTests.smartDifferences) { first, _ in first }
        try check(smart: true, both)
    }

    static func examples() throws -> [Example] {
        let file = try #require(
            Bundle.module.url(forResource: "spec-0.30", withExtension: "json", subdirectory: "CommonMark"))
        return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
    }

    private func check(smart: Bool, _ differences: [Int: Difference]) throws {
        let examples = try CommonMarkTests.examples()
        #expect(examples.count == 652)
        for example in examples {
            let body = Body(
                rendering: Array(example.markdown.utf8)[...], options: BodyOptions(rawHTML: .allow, smart: smart),
                surroundings: SmallSite(), pieces: PlainPieces())
            let html = withoutHeadingIDs(body.html.description)
            #expect(
                (html != example.html) == (differences[example.example] != nil),
                "example \(example.example): \(example.markdown.debugDescription) became \(html.debugDescription), not \(example.html.debugDescription)"
            )
        }
    }

    private static func listed(_ reasons: [(Difference, [Int])]) -> [Int: Difference] {
        Dictionary(uniqueKeysWithValues: reasons.flatMap { reason, examples in examples.map { ($0, reason) } })
    }

    /// The one systematic difference: a heading has an id.
    private func withoutHeadingIDs(_ html: String) -> String {
        html.replacing(#/(<h[1-6]) id="[^"]*"/#) { $0.output.1 }
    }
}
