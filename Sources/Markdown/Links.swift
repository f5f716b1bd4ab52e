import CCmark
import Diagnostics
import Markup

extension Rendering {
    /// Gives a link the address that the site knows it by. One that may not be, or that is not there, becomes its text.
    mutating func resolveLink(_ find: Found) {
        let node = find.node
        if node.titleContains(Placeholder.sign) { node.set(title: title(node.titleBytes)) }
        if node.urlContains(Placeholder.sign) {
            guard let url = destination(node.urlBytes) else { return unwrapLink(node) }
            node.set(url: url)
        }
        let url = node.url
        guard node.urlBegins(with: "https://") || node.urlBegins(with: "http://") || Address.isAllowed(url) else {
            report(
                .warning, at: source.place(of: Array(url.utf8), in: find.lines),
                "a link may not lead to “\(url.shown)”",
                hint: "Its text stays; a link is relative, or begins with http:, https:, mailto: or tel:.")
            return unwrapLink(node)
        }
        switch surroundings.address(ofLink: url) {
        case .asWritten: note(.link, url, written: url, find.lines)
        case .address(let address):
            node.set(url: address.text)
            note(.link, address.text, written: url, find.lines)
        case .missing(let message):
            report(
                .warning, at: source.place(of: Array(url.utf8), in: find.lines), message,
                hint: "The link becomes its text. Correct it, or write the address of the page.")
            unwrapLink(node)
        }
    }

    private func unwrapLink(_ node: Node) {
        tree.unwrap(node)
    }
}

extension String {
    /// As much of it as a message can hold, on one line.
    var shown: String {
        let line = String(prefix(80).map { $0.isNewline ? " " : $0 })
        return line.count < count ? line + "…" : line
    }
}
