import Diagnostics
import Markup
import Testing

@testable import Markdown

/// What a text says of its links and pictures, if it is asked.
@Suite struct ReferenceTests {
    private struct Site: Surroundings {
        func address(ofLink destination: String) -> LinkTarget {
            switch destination {
            case "b.md": .address(Address(trusted: "/war/b/"))
            case "x.md": .missing("there is no article x.md")
            default: .asWritten
            }
        }

        func picture(_ source: String) -> PictureTarget {
            source == "p.png" ? .found(Picture(address: Address(trusted: "/war/p.png"))) : .missing("no \(source)")
        }
    }

    private func references(_ text: String, asked: Bool = true) -> [String] {
        var options = BodyOptions()
        options.listsReferences = asked
        let body = Body(
            rendering: Array(text.utf8)[...], firstLine: 5, options: options, surroundings: Site(),
            pieces: PlainPieces())
        return body.references.map { "\($0.place.line):\($0.place.column) \($0.address) \($0.kind)" }
    }

    @Test("Links and pictures have the addresses of the page and the places of the text")
    func all() {
        let text = "[a](/a/) and\n[b](b.md).\n\n![P](p.png \"A [c](/c/). (AP)\")\n\nAn ![i](p.png) in a line.\n"
        #expect(
            references(text) == [
                "5:5 /a/ link", "6:5 /war/b/ link",
                "8:6 /war/p.png picture(alternative: \"P\", credit: Optional(\"AP\"), figure: Optional(Markdown.FigureSize.standard))",
                "8:19 /c/ link",
                "10:9 /war/p.png picture(alternative: \"i\", credit: nil, figure: nil)",
            ])
    }

    @Test("What was reported is not said again, and nothing is said to those who did not ask")
    func none() {
        #expect(references("[x](x.md) [j](javascript:x) ![P](gone.png)\n") == [])
        #expect(references("[a](/a/)\n", asked: false) == [])
    }
}
