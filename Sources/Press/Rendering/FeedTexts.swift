import Foundation
import Markdown
import Markup
import Newspaper
import Synchronization
import Syndication

/// The texts that feeds carry, each rendered once for all formats and lists of one build.
final class FeedTexts: Sendable {
    struct Text: Sendable {
        var html: HTML
        var notes: PageNotes
    }

    private let texts = Mutex<[Int: Text]>([:])
    /// A feed's worth many times over; past it everything is forgotten, for what shares texts lies close together.
    private static let limit = 1_000

    /// The text of the article with that number.
    func text(
        of number: Int, render: () throws(MachineError) -> Text
    ) throws(MachineError) -> Text {
        if let known = texts.withLock({ $0[number] }) { return known }
        let text = try render()
        texts.withLock { texts in
            if texts.count >= FeedTexts.limit { texts.removeAll(keepingCapacity: true) }
            texts[number] = text
        }
        return text
    }
}

extension Renderer {
    /// A file that is made for machines, and what is to be noted of the texts in it.
    func render(_ file: Syndicated) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        var notes = PageNotes()
        let html = try syndication.file(file, of: edition) { story throws(MachineError) in
            let text = try feedTexts.text(of: story.number) { () throws(MachineError) in try feedText(of: story) }
            if !text.notes.lookups.isEmpty { notes.others.append(text.notes) }
            return text.html
        }
        return (html, notes)
    }

    /// An article's text for those who read it elsewhere: all its links are whole addresses.
    private func feedText(of story: Headline) throws(MachineError) -> FeedTexts.Text {
        let address = edition.site.absolute(story.url)
        let article = story.article
        var (body, notes) = try noted(article.source) { surroundings throws(MachineError) in
            try text(
                of: article, at: address.text,
                in: WholeAddresses(surroundings: surroundings, site: edition.site, page: address), pieces: FeedPieces())
        }
        // What is wrong with a text is said of the article's own page.
        notes.diagnostics = []
        return FeedTexts.Text(html: body.html, notes: notes)
    }
}

/// What a text leads to, with whole addresses.
struct WholeAddresses<Near: Surroundings>: Surroundings {
    let surroundings: Near
    let site: Site
    /// The page to which relative addresses are relative.
    let page: Address

    func address(ofLink destination: String) -> LinkTarget {
        switch surroundings.address(ofLink: destination) {
        case .asWritten: Address(destination).map { .address(whole($0)) } ?? .asWritten
        case .address(let address): .address(whole(address))
        case .missing(let message): .missing(message)
        }
    }

    func picture(_ source: String) -> PictureTarget {
        switch surroundings.picture(source) {
        case .found(var picture):
            picture.address = whole(picture.address)
            if let stem = picture.renditions?.stem { picture.renditions?.stem = whole(Address(trusted: stem)).text }
            return .found(picture)
        case let other: return other
        }
    }

    func media(_ source: String) -> MediaTarget {
        switch surroundings.media(source) {
        case .found(var media):
            media.address = whole(media.address)
            for index in media.tracks.indices { media.tracks[index].address = whole(media.tracks[index].address) }
            return .found(media)
        case .missing(let message): return .missing(message)
        }
    }

    /// As a browser on the page would read it (RFC 3986, 5.2).
    private func whole(_ address: Address) -> Address {
        if address.text.utf8.first == UInt8(ascii: "/") { return site.absolute(address) }
        guard !ContentFiles.isElsewhere(address.text) else { return address }
        guard let page = URL(string: page.text), let url = URL(string: address.text, relativeTo: page) else {
            return address
        }
        return Address(url.absoluteString) ?? address
    }
}
