import CYAML
import Diagnostics

/// What libyaml finds in a text, one thing after the other.
enum YAMLEvent {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(String, isPlain: Bool, YAMLProperties?)
    case listStart(YAMLProperties?)
    case listEnd
    case mapStart(YAMLProperties?)
    case mapEnd
    case alias(String)
}

/// What may stand before a value: `&anchor` and `!tag`.
struct YAMLProperties {
    var anchor: String?
    var tag: String?

    fileprivate init?(anchor: UnsafePointer<UInt8>?, tag: UnsafePointer<UInt8>?) {
        if anchor == nil && tag == nil { return nil }
        self.anchor = anchor.map { String(cString: $0) }
        self.tag = tag.map { String(cString: $0) }
    }
}

/// What libyaml says when it cannot go on, in its own words.
struct YAMLFailure: Error {
    var problem: String
    var place: Place
    /// What it was doing, and where it began to.
    var context: String
    var contextPlace: Place
    /// The offset of a character that may not stand in a YAML text at all.
    var offset: Int?
}

/// libyaml's parser at work on one text.
///
/// All unsafe pointers of the YAML reader are in this file, since libyaml is written in C: what leaves it is copied.
struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let firstLine: Int
    /// Where lines begin, in characters, for a text whose lines libyaml counts in a way of its own.
    private let lineStarts: [Int]?
    /// Where the event that was read last begins.
    private(set) var place = Place.none

    /// Lets `body` read the events of `text`, which is UTF-8 and begins on line `firstLine`.
    static func read<Result>(
        _ text: ArraySlice<UInt8>, firstLine: Int, _ body: (inout YAMLEvents) -> Result
    ) -> Result {
        // libyaml insists on an address, which an empty text may not have.
        let text = text.isEmpty ? [newline] : text
        return text.withUnsafeBufferPointer { bytes in
            var events = YAMLEvents(bytes, firstLine: firstLine)
            return body(&events)
        }
    }

    /// `text` has to outlive the parser, which keeps a pointer to it.
    private init(_ text: UnsafeBufferPointer<UInt8>, firstLine: Int) {
        self.firstLine = firstLine
        lineStarts = YAMLEvents.lineStarts(in: text)
        // On the heap, because the parser holds its own address.
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        // Out of memory it leaves the parser zeroed, which the first call of `next` reports as a failure.
        guard yaml_parser_initialize(parser) == 1 else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    mutating func next() throws(YAMLFailure) -> YAMLEvent {
        guard parser.pointee.read_handler != nil else { throw failure() }
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        place = place(of: event.start_mark)

        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            return .scalar(
                String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
                isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
                YAMLProperties(anchor: scalar.anchor, tag: scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .listStart(YAMLProperties(anchor: start.anchor, tag: start.tag))
        case YAML_SEQUENCE_END_EVENT: return .listEnd
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mapStart(YAMLProperties(anchor: start.anchor, tag: start.tag))
        case YAML_MAPPING_END_EVENT: return .mapEnd
        case YAML_ALIAS_EVENT:
            return .alias(event.data.alias.anchor.map { String(cString: $0) } ?? "")
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        default: return .streamEnd
        }
    }

    private func place(of mark: yaml_mark_t) -> Place {
        guard let lineStarts else { return Place(line: mark.line + firstLine, column: mark.column + 1) }
        let line = lineStarts.lastIndex { $0 <= mark.index } ?? 0
        return Place(line: line + firstLine, column: Int(mark.index) - lineStarts[line] + 1)
    }

    /// Nil for a text that ends in a line break (else libyaml counts a line behind it) and has no U+0085, U+2028 or
    /// U+2029 (which editors show in the middle of a line, and which end one in YAML).
    private static func lineStarts(in text: UnsafeBufferPointer<UInt8>) -> [Int]? {
        let isClosed = text.last == newline || text.last == carriageReturn
        guard !isClosed || hasOddLineBreaks(text) else { return nil }
        var starts = [0]
        var previous: Unicode.Scalar = " "
        for (index, scalar) in String(decoding: text, as: UTF8.self).unicodeScalars.enumerated() {
            // Of CR LF, the line begins behind the second.
            if scalar == "\n", previous == "\r" { starts.removeLast() }
            if scalar == "\n" || scalar == "\r" { starts.append(index + 1) }
            previous = scalar
        }
        return starts
    }

    private static func hasOddLineBreaks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // C's search looks at many bytes in one step, and most texts have neither of the two.
        guard let base = text.baseAddress, (memchr(base, 0xE2, text.count) ?? memchr(base, 0xC2, text.count)) != nil
        else { return false }
        return text.indices.contains { index in
            text[index] == 0xC2 && text[index...].starts(with: [0xC2, 0x85])
                || text[index] == 0xE2
                    && (text[index...].starts(with: [0xE2, 0x80, 0xA8])
                        || text[index...].starts(with: [0xE2, 0x80, 0xA9]))
        }
    }

    private func failure() -> YAMLFailure {
        let state = parser.pointee
        return YAMLFailure(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            place: place(of: state.problem_mark),
            context: state.context.map { String(cString: $0) } ?? "",
            contextPlace: place(of: state.context_mark),
            offset: state.error == YAML_READER_ERROR ? state.problem_offset : nil)
    }
}
