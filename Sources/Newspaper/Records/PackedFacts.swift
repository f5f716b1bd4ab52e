import Diagnostics
import FrontMatter
import Markup

extension Packer {
    mutating func put(_ place: Place) {
        put(UInt32(place.line))
        put(UInt32(place.column))
    }

    mutating func put(_ time: Timestamp?) {
        put(time?.seconds)
        if let time { put(time.hasTime) }
    }

    mutating func put(_ fields: Fields) {
        put(fields.all) {
            $0.put($1.name)
            $0.put($1.place)
            $0.put($1.node)
        }
    }

    private mutating func put(_ node: Node) {
        put(node.place)
        switch node.value {
        case .null: put(UInt32(0))
        case .scalar(let text, let isQuoted):
            put(UInt32(isQuoted ? 2 : 1))
            put(text)
        case .list(let nodes):
            put(UInt32(3))
            put(nodes) { $0.put($1) }
        case .map(let fields):
            put(UInt32(4))
            put(fields)
        }
    }

    mutating func put(_ image: ArticleImage?) {
        put(image != nil)
        guard let image else { return }
        put(image.source)
        put(image.place)
        for text in [image.alternative, image.caption, image.credit, image.focus] { put(text) }
    }

    package mutating func put(_ diagnostic: Diagnostic) {
        put(diagnostic.severity == .error)
        put(diagnostic.path)
        put(UInt32(diagnostic.line))
        put(UInt32(diagnostic.column))
        put(diagnostic.message)
        put(diagnostic.hint)
    }
}

extension Unpacker {
    mutating func place() -> Place {
        let line = Int(uint32())
        return Place(line: line, column: Int(uint32()))
    }

    mutating func timestamp() -> Timestamp? {
        optionalInt().map { Timestamp(seconds: $0, hasTime: flag()) }
    }

    mutating func fields() -> Fields {
        Fields(
            list {
                let name = $0.text()
                let place = $0.place()
                return Fields.Field(name: name, place: place, node: $0.node())
            })
    }

    private mutating func node() -> Node {
        let place = place()
        switch uint32() {
        case 1: return Node(.scalar(text(), isQuoted: false), at: place)
        case 2: return Node(.scalar(text(), isQuoted: true), at: place)
        case 3: return Node(.list(list { $0.node() }), at: place)
        case 4: return Node(.map(fields()), at: place)
        default: return Node(.null, at: place)
        }
    }

    mutating func image() -> ArticleImage? {
        guard flag() else { return nil }
        let source = text()
        let place = place()
        let texts = (optionalText(), optionalText(), optionalText(), optionalText())
        return ArticleImage(
            source: source, place: place, alternative: texts.0, caption: texts.1, credit: texts.2, focus: texts.3)
    }

    package mutating func diagnostic() -> Diagnostic {
        let severity: Diagnostic.Severity = flag() ? .error : .warning
        let path = text()
        let line = Int(uint32())
        let column = Int(uint32())
        let message = text()
        return Diagnostic(severity, path: path, line: line, column: column, message, hint: text())
    }
}

extension SectionFile {
    package func pack(into packer: inout Packer) {
        packer.put(source)
        packer.put(path)
        packer.put(name)
        packer.put(description)
        packer.put(order)
    }

    package init(packed record: UnsafeRawBufferPointer) {
        var rest = Unpacker(record)
        source = rest.text()
        path = rest.text()
        name = rest.optionalText()
        description = rest.optionalText()
        order = rest.optionalInt()
    }
}

extension AuthorFile {
    package func pack(into packer: inout Packer) {
        packer.put(source)
        packer.put(key)
        packer.put(name)
        packer.put(role)
        packer.put(email?.text)
        packer.put(image)
        packer.put(bodyOffset)
        packer.put(bodyLine)
    }

    package init(packed record: UnsafeRawBufferPointer) {
        var rest = Unpacker(record)
        self.init(&rest)
    }

    /// Reads in the order in which `pack` writes.
    init(_ rest: inout Unpacker) {
        source = rest.text()
        key = rest.text()
        name = rest.text()
        role = rest.optionalText()
        email = rest.optionalText().flatMap { Address($0) }
        image = rest.image()
        bodyOffset = rest.int()
        bodyLine = rest.int()
    }
}

extension Article {
    package func pack(into packer: inout Packer) {
        ArticleRecord.pack(self, into: &packer)
    }

    /// The article that a record holds.
    package static func unpacked(_ record: UnsafeRawBufferPointer) -> Article {
        ArticleRecord.article(in: record)
    }
}
