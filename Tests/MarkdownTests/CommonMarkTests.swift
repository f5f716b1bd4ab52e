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
    static let differences: [Int: Difference] = Dictionary(
        uniqueKeysWithValues: [
            (Difference.scheme, [499, 595, 597, 598, 600]),
            (Difference.image, [578, 586]),
            (
                Difference.figure,
                [
                    516, 519, 530, 571, 572, 573, 574, 575, 576, 577, 579, 580, 581, 582, 583, 584, 585, 587, 588, 590,
                ]
            ),
        ].flatMap { reason, examples in examples.map { ($0, reason) } })

    enum Difference: String {
        case figure = "an image alone in its paragraph is a figure"
        case image = "an image in a line is loaded late, and is written as HTML rather than XHTML"
        case scheme = "a link's scheme is http, https, mailto or tel"
    }

    @Test func everyExampleIsAsCommonMarkSaysOrIsListed() throws {
        let file = try #require(
            Bundle.module.url(forResource: "spec-0.30", withExtension: "json", subdirectory: "CommonMark"))
        let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
        #expect(examples.count == 652)
        for example in examples {
            let body = Body(
                rendering: Array(example.markdown.utf8)[...], options: BodyOptions(rawHTML: .allow, smart: false),
                surroundings: SmallSite(), pieces: PlainPieces())
            let html = withoutHeadingIDs(body.html.description)
            let differs = html != example.html
            let listed = CommonMarkTests.differences[example.example]
            #expect(
                differs == (listed != nil),
                "example \(example.example): \(example.markdown.debugDescription) became \(html.debugDescription), not \(example.html.debugDescription)"
            )
        }
    }

    /// The one systematic difference: a heading has an id.
    private func withoutHeadingIDs(_ html: String) -> String {
        html.replacing(#/(<h[1-6]) id="[^"]*"/#) { $0.output.1 }
    }
}
