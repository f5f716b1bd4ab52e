import Diagnostics
import Foundation
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
            for address in text.namedByFacts {
                let place = site.place(of: address, in: text.source)
                switch destinations.target(of: address, on: text.page) {
                case .elsewhere, .file(_, anchor: nil): break
                case .nothing: noteNothing(address, at: place, in: text.source, hint: LinkCheck.plainHint)
                case .file(let number, let anchor?):
                    wanted[number, default: []].append(
                        Wanted(anchor: anchor, place: place, source: text.source, address: address))
                }
            }
            for address in text.named where destinations.target(of: address, on: text.page) == .nothing {
                noteNothing(address, at: site.place(of: address, in: text.source), in: text.source)
            }
        }
        checkAnchors(wanted, renderer, layout)
    }

    private static let linkHint =
        "Correct the address; a link to an article may name its file, such as ../war/ceasefire.md."
    /// Of captions and corrections, whose links stay as they are written.
    private static let plainHint = "Correct the address: write that of the page, such as /war/ceasefire/."

    private mutating func noteNothing(
        _ address: String, at place: Place, in source: String, hint: String = linkHint
    ) {
        diagnostics.append(
            .warning("there is nothing at \(address.shortened)", at: place, path: source, hint: hint))
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
    /// Where a file first leads to an address: cmark does not say where an attribute of raw HTML stands, nor a record
    /// where a caption has its links.
    func place(of address: String, in source: String) -> Place {
        guard let bytes = try? FileSystem.read(folder.path + "/" + source) else { return .none }
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let spellings = [address, address.removingPercentEncoding ?? address]
        // A short address can stand in a word: where it is a link's, or an attribute's, it is meant.
        let starts = ["](", "](<", "\"", "'", "<", ""].flatMap { sign in spellings.map { (sign, $0) } }
        for (sign, spelling) in starts {
            guard let found = text.firstRange(of: (sign + spelling).unicodeScalars) else { continue }
            let before = text[..<text.index(found.lowerBound, offsetBy: sign.unicodeScalars.count)]
            return Place(
                line: 1 + before.count { $0 == "\n" },
                column: 1 + before.reversed().prefix { $0 != "\n" }.count)
        }
        return .none
    }
}
