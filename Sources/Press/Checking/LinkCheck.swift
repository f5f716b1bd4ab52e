import Diagnostics
import Markup
import Newspaper

/// Finds links to pages and anchors that are not there. Pages to which links with anchors lead are drawn, and their
/// anchors are read from what readers get: so those of the theme, of footnotes and of trusted HTML count as well.
struct LinkCheck {
    private(set) var diagnostics: [Diagnostic] = []

    private struct Wanted {
        var anchor: String
        var place: Place
        var source: String
        var address: String
    }

    init<Look: Theme>(
        _ site: ReadSite, _ texts: [CheckedText], _ destinations: Destinations, _ renderer: Renderer<Look>,
        _ layout: Layout
    ) {
        var wanted: [Int: [Wanted]] = [:]
        for text in texts where text.isPublished {
            for reference in text.references where reference.kind == .link {
                switch destinations.target(of: reference.address, on: text.page) {
                case .elsewhere, .file(_, anchor: nil): break
                case .nothing: noteNothing(reference.address, at: reference.place, in: text.source)
                case .file(let number, let anchor?):
                    wanted[number, default: []].append(
                        Wanted(
                            anchor: anchor, place: reference.place, source: text.source, address: reference.address))
                }
            }
            for address in text.named where destinations.target(of: address, on: text.page) == .nothing {
                noteNothing(address, at: site.place(of: address, in: text.source), in: text.source)
            }
        }
        checkAnchors(wanted, renderer, layout)
    }

    private mutating func noteNothing(_ address: String, at place: Place, in source: String) {
        diagnostics.append(
            .warning(
                "there is nothing at \(address.shortened)", at: place, path: source,
                hint: "Correct the address; a link to an article may name its file, such as ../war/ceasefire.md."))
    }

    private mutating func checkAnchors<Look: Theme>(
        _ wanted: [Int: [Wanted]], _ renderer: Renderer<Look>, _ layout: Layout
    ) {
        let numbers = wanted.keys.sorted()
        let anchors = parallelMap(numbers.count) { position in
            LinkCheck.anchors(of: layout.file(numbers[position]), renderer)
        }
        for (number, anchors) in zip(numbers, anchors) {
            guard let anchors else { continue }
            for link in wanted[number] ?? [] where !anchors.contains(link.anchor) && link.anchor != "top" {
                let page = String(link.address.prefix { $0 != "#" })
                let near = nearMiss(link.anchor, among: anchors.sorted())
                diagnostics.append(
                    .warning(
                        "there is no anchor #\(link.anchor.shortened) on \(page.isEmpty ? "this page" : page.shortened)",
                        at: link.place, path: link.source,
                        hint: near.map { "Is #\($0) meant?" }
                            ?? "A heading's anchor is its words in lower case: “Until sunset” is #until-sunset."))
            }
        }
    }

    /// Of a page; nil for what is none, or cannot be read.
    private static func anchors<Look: Theme>(of file: Layout.File, _ renderer: Renderer<Look>) -> Set<String>? {
        guard case .page(let page) = file else { return nil }
        switch page {
        case .redirect, .syndicated: return nil
        default: break
        }
        return (try? renderer.render(page)).map { Set($0.html.values(ofAttribute: "id")) }
    }
}

extension ReadSite {
    /// Where a file first has these words: cmark does not say where an attribute of raw HTML stands.
    fileprivate func place(of words: String, in source: String) -> Place {
        guard let bytes = try? FileSystem.read(folder.path + "/" + source) else { return .none }
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        guard let start = text.firstRange(of: words.unicodeScalars)?.lowerBound else { return .none }
        let before = text[..<start]
        return Place(
            line: 1 + before.count { $0 == "\n" },
            column: 1 + before.reversed().prefix { $0 != "\n" }.count)
    }
}
