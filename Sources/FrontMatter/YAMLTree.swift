import Diagnostics

/// Why the reading of a YAML text ends early.
enum YAMLStop: Error {
    /// libyaml cannot read it.
    case refused(YAMLFailure)
    /// It is YAML, but nothing that can be taken for fields.
    case wrong(Diagnostic)
}

/// Builds values from libyaml's events, with bounds on what a short text can make of aliases and nesting.
struct YAMLTree {
    var diagnostics: [Diagnostic] = []
    private var anchors: [String: Node] = [:]
    private var copiedNodes = 0

    /// A text of a few lines can stand for billions of values; nobody means more than this.
    private static let maximumCopiedNodes = 10_000

    /// Reads the text's only document, which has to be a map or empty. Its fields are put into `list` one by one, so
    /// that those before an error are kept.
    mutating func readDocument(
        from events: inout YAMLEvents, into list: inout FieldList
    ) throws(YAMLStop) {
        _ = try next(&events)  // The stream's start.
        guard case .documentStart = try next(&events) else { return }
        switch try next(&events) {
        case .mapStart: try readFields(from: &events, into: &list, depth: 1)
        case .scalar(let text, isPlain: true, nil) where isNull(text): break
        default:
            throw .wrong(
                .error(
                    "these are not fields", at: events.place,
                    hint: "Write each field as `name: value`; if the `---` above is meant as a rule, "
                        + "write `***` instead."))
        }
        _ = try next(&events)  // The document's end.
        guard case .documentStart = try next(&events) else { return }
        throw .wrong(
            .error("a second YAML document begins here", at: events.place, hint: "Write all fields in one."))
    }

    private mutating func readFields(
        from events: inout YAMLEvents, into list: inout FieldList, depth: Int
    ) throws(YAMLStop) {
        var merged: [Fields] = []
        while true {
            let event = try next(&events)
            if case .mapEnd = event { break }
            let place = events.place
            let isMerge = if case .scalar("<<", isPlain: true, nil) = event { true } else { false }
            let name = try readName(event, at: place)
            let node = try readNode(try next(&events), from: &events, depth: depth + 1)
            if isMerge {
                merged += try mergedFields(node)
            } else if let warning = list.add(Fields.Field(name: name, place: place, node: node)) {
                diagnostics.append(warning)
            }
        }
        for fields in merged { list.merge(fields) }
    }

    /// The name of a field, which has to be a scalar or stand for one.
    private mutating func readName(_ event: YAMLEvent, at place: Place) throws(YAMLStop) -> String {
        switch event {
        case .scalar(let text, let isPlain, let properties):
            if properties != nil { _ = note(properties, of: Node(.scalar(text, isQuoted: !isPlain), at: place)) }
            return text
        case .alias(let name):
            if case .scalar(let text, _) = try resolve(name, at: place, depth: 1).value { return text }
            fallthrough
        default:
            throw .wrong(
                .error(
                    "a list or a map stands where the name of a field is expected", at: place,
                    hint: "Put a value that contains braces or brackets in quotes."))
        }
    }

    private mutating func readNode(
        _ event: YAMLEvent, from events: inout YAMLEvents, depth: Int
    ) throws(YAMLStop) -> Node {
        let place = events.place
        switch event {
        case .scalar(let text, let isPlain, nil):
            return Node(isPlain && isNull(text) ? .null : .scalar(text, isQuoted: !isPlain), at: place)
        case .scalar(let text, let isPlain, let properties?):
            let isText = !isPlain || isString(properties.tag)
            let node = Node(!isText && isNull(text) ? .null : .scalar(text, isQuoted: isText), at: place)
            return note(properties, of: node)
        case .listStart(let properties):
            if depth > maximumNesting { throw .wrong(.nestedTooDeeply(at: place)) }
            var nodes: [Node] = []
            while true {
                let event = try next(&events)
                if case .listEnd = event { break }
                nodes.append(try readNode(event, from: &events, depth: depth + 1))
            }
            return note(properties, of: Node(.list(nodes), at: place))
        case .mapStart(let properties):
            if depth > maximumNesting { throw .wrong(.nestedTooDeeply(at: place)) }
            var list = FieldList()
            try readFields(from: &events, into: &list, depth: depth)
            return note(properties, of: Node(.map(Fields(list.fields)), at: place))
        case .alias(let name):
            return try resolve(name, at: place, depth: depth)
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .listEnd, .mapEnd:
            throw .wrong(.error("a value is missing", at: place))  // libyaml does not send these here.
        }
    }

    /// Keeps a node that has an anchor for its aliases, and says so if a tag was taken out of the text.
    private mutating func note(_ properties: YAMLProperties?, of node: Node) -> Node {
        if let anchor = properties?.anchor { anchors[anchor] = node }
        if let tag = properties?.tag, tag != "!", !tag.hasPrefix(standardTag) {
            diagnostics.append(
                .warning(
                    "`\(tag)` is a tag of YAML here, and no part of the text", at: node.place,
                    hint: "Put the value in quotes if it is."))
        }
        return node
    }

    private mutating func resolve(_ name: String, at place: Place, depth: Int) throws(YAMLStop) -> Node {
        guard let node = anchors[name] else {
            throw .wrong(
                .error(
                    "`*\(name)` stands for a value that has no anchor `&\(name)` before it", at: place,
                    hint: "Put the value in quotes if the asterisk belongs to the text."))
        }
        let size = measure(node)
        copiedNodes += size.count
        if copiedNodes > Self.maximumCopiedNodes {
            throw .wrong(
                .error(
                    "aliases stand for more than \(Self.maximumCopiedNodes) values", at: place,
                    hint: "Write the values out."))
        }
        if depth + size.height - 2 > maximumNesting { throw .wrong(.nestedTooDeeply(at: place)) }
        return Node(node.value, at: place)
    }

    /// The number of nodes in `node`, and how many stand in one another.
    private func measure(_ node: Node) -> (count: Int, height: Int) {
        let parts: [Node]
        switch node.value {
        case .null, .scalar: return (1, 1)
        case .list(let nodes): parts = nodes
        case .map(let fields): parts = fields.all.map(\.node)
        }
        return parts.reduce(into: (count: 1, height: 1)) { total, part in
            let size = measure(part)
            total.count += size.count
            total.height = max(total.height, size.height + 1)
        }
    }

    /// What `<<` brings into a map: the fields of one map or of several.
    private func mergedFields(_ node: Node) throws(YAMLStop) -> [Fields] {
        switch node.value {
        case .map(let fields): return [fields]
        case .list(let nodes):
            var all: [Fields] = []
            for node in nodes { all += try mergedFields(node) }
            return all
        case .null, .scalar:
            throw .wrong(.error("`<<` takes a map, or a list of maps", at: node.place))
        }
    }

    private func next(_ events: inout YAMLEvents) throws(YAMLStop) -> YAMLEvent {
        do { return try events.next() } catch { throw .refused(error) }
    }
}

private func isNull(_ text: String) -> Bool {
    guard text.utf8.count <= 4 else { return false }
    return switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
}

/// Whether a tag says that the value is text, whatever it looks like.
private func isString(_ tag: String?) -> Bool {
    tag == "!" || tag == standardTag + "str"
}

private let standardTag = "tag:yaml.org,2002:"
