import Diagnostics
import Markdown
import Markup
import Newspaper
import Synchronization

/// Notes what a text asked its surroundings, and what the answers were: as long as they are the same, the text need
/// not be rendered again.
final class LookupNotes: Surroundings {
    private let surroundings: ArticleSurroundings
    private let notes = Mutex<[Lookup]>([])
    private let shown = Mutex<[UInt64]>([])

    init(_ surroundings: ArticleSurroundings) {
        self.surroundings = surroundings
    }

    /// What was asked, in the order of the text.
    var lookups: [Lookup] { notes.withLock { $0 } }

    /// The fingerprints of the paths of pictures that there are in several sizes.
    var pictures: [UInt64] { shown.withLock { $0 } }

    func address(ofLink destination: String) -> LinkTarget {
        let target = surroundings.address(ofLink: destination)
        // What leads to another host leads there whatever is in Content.
        if !ContentFiles.isElsewhere(destination) { note(.link, destination, .of(target)) }
        return target
    }

    func picture(_ source: String) -> PictureTarget {
        let found = surroundings.all.content.pictures.find(source, in: surroundings.source)
        if found.path != 0 { shown.withLock { if !$0.contains(found.path) { $0.append(found.path) } } }
        let target = found.target
        if !ContentFiles.isElsewhere(source) { note(.picture, source, .of(target)) }
        return target
    }

    func media(_ source: String) -> MediaTarget {
        let target = surroundings.media(source)
        if !ContentFiles.isElsewhere(source) { note(.media, source, .of(target)) }
        return target
    }

    private func note(_ kind: Lookup.Kind, _ name: String, _ answer: Fingerprint) {
        notes.withLock { $0.append(Lookup(kind: kind, name: name, answer: answer)) }
    }
}

/// One question of a text, and the answer.
struct Lookup: Sendable {
    enum Kind: UInt32 {
        case link, picture, media
    }

    var kind: Kind
    /// As the text has it.
    var name: String
    var answer: Fingerprint

    /// Whether the answer would be the same today.
    func holds(in surroundings: ArticleSurroundings) -> Bool {
        switch kind {
        case .link: .of(surroundings.address(ofLink: name)) == answer
        case .picture: .of(surroundings.picture(name)) == answer
        case .media: .of(surroundings.media(name)) == answer
        }
    }
}

/// What is noted of a page behind its row: what its text asked, and what was wrong with it.
struct PageNotes: Sendable {
    /// The file whose text it is.
    var source = ""
    var lookups: [Lookup] = []
    /// The fingerprints of the paths of pictures that there are in several sizes, and that it shows.
    var pictures: [UInt64] = []
    var diagnostics: [Diagnostic] = []
    /// The same of the other texts, where there is more than one.
    var others: [PageNotes] = []

    /// Nothing, for most pages.
    var packed: [UInt8] {
        guard !lookups.isEmpty || !diagnostics.isEmpty || !others.isEmpty else { return [] }
        var packer = Packer()
        pack(into: &packer)
        return packer.bytes
    }

    private func pack(into packer: inout Packer) {
        packer.put(pictures) { $0.put(Int(truncatingIfNeeded: $1)) }
        packer.put(source)
        packer.put(lookups) {
            $0.put($1.kind.rawValue)
            $0.put($1.name)
            $0.put(Int(truncatingIfNeeded: $1.answer.value))
        }
        packer.put(diagnostics) { $0.put($1) }
        packer.put(others) { $1.pack(into: &$0) }
    }

    init() {}

    init(packed: UnsafeRawBufferPointer) {
        guard !packed.isEmpty else {
            self.init()
            return
        }
        var rest = Unpacker(packed)
        self.init(&rest)
    }

    /// The pictures of packed notes, which come first in them.
    static func pictures(packed: UnsafeRawBufferPointer) -> [UInt64] {
        var rest = Unpacker(packed)
        return pictures(&rest)
    }

    private static func pictures(_ rest: inout Unpacker) -> [UInt64] {
        rest.list { UInt64(bitPattern: Int64($0.int())) }
    }

    /// Reads in the order in which `pack` writes.
    private init(_ rest: inout Unpacker) {
        pictures = PageNotes.pictures(&rest)
        source = rest.text()
        lookups = rest.list {
            let kind = Lookup.Kind(rawValue: $0.uint32()) ?? .link
            let name = $0.text()
            return Lookup(kind: kind, name: name, answer: Fingerprint(kept: UInt64(truncatingIfNeeded: $0.int())))
        }
        diagnostics = rest.list { $0.diagnostic() }
        others = rest.list { PageNotes(&$0) }
    }
}

extension Fingerprint {
    fileprivate static func of(_ target: LinkTarget) -> Fingerprint {
        switch target {
        case .asWritten: Fingerprint()
        case .address(let address): .of(address.text)
        case .missing(let message): .of("missing " + message)
        }
    }

    fileprivate static func of(_ target: PictureTarget) -> Fingerprint {
        switch target {
        case .found(let picture): .of(picture)
        case .missing(let message): .of("missing " + message)
        case .unusable(let message, _): .of("unusable " + message)
        }
    }

    fileprivate static func of(_ target: MediaTarget) -> Fingerprint {
        switch target {
        case .missing(let message): return .of("missing " + message)
        case .found(let media):
            var fingerprint = Fingerprint.of(media.address.text)
            for track in media.tracks {
                fingerprint.add(track.address.text)
                fingerprint.add(track.language)
                fingerprint.add(track.label)
            }
            return fingerprint
        }
    }
}
