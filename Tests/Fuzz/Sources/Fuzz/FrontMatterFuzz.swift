import Diagnostics

@testable import FrontMatter

/// Any bytes at all are a document, or one with problems whose places are in it.
func checkFrontMatter(_ input: [UInt8]) {
    let document = Document(parsing: input)
    let lineCount = lineBreaks(in: input[...]) + 1
    promise((0...input.count).contains(document.bodyOffset), "the body begins at \(document.bodyOffset)")
    // Of front matter that is not closed, the body is empty, behind the last line.
    promise((1...lineCount + 1).contains(document.bodyLine), "the body begins on line \(document.bodyLine)")
    check(document, lineCount)
    check(Document(parsingYAML: input), lineCount)
    checkWriting(input)
}

private func check(_ document: Document, _ lineCount: Int) {
    for diagnostic in document.diagnostics {
        promise((0...lineCount).contains(diagnostic.line), "\(diagnostic) in \(lineCount) lines")
        promise(!diagnostic.message.isEmpty && !diagnostic.message.contains("\n"), "\(diagnostic)")
    }
    check(document.fields, lineCount)
}

private func check(_ fields: Fields, _ lineCount: Int) {
    promise(Set(fields.all.map(\.name)).count == fields.all.count, "a name stands twice")
    for field in fields.all {
        promise((0...lineCount).contains(field.place.line), "\(field.name) on line \(field.place.line)")
        check(field.node, lineCount)
    }
}

private func check(_ node: Node, _ lineCount: Int) {
    promise((0...lineCount).contains(node.place.line), "a value on line \(node.place.line)")
    switch node.value {
    case .null, .scalar: break
    case .list(let nodes): for node in nodes { check(node, lineCount) }
    case .map(let fields): check(fields, lineCount)
    }
}

/// Any text can be written as a value, and is read as what it was.
private func checkWriting(_ input: [UInt8]) {
    guard input.count < 200, let text = String(validating: input, as: UTF8.self), !text.isEmpty,
        !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return }
    for format in [Document.Format.yaml, .toml, .json] {
        let fields = Fields([.init(name: "headline", place: .none, node: Node(.scalar(text, isQuoted: true)))])
        let file = FieldWriter(format: format).frontMatter(fields)
        let read = Document(parsing: Array(file.utf8))
        guard case .scalar(let again, _)? = read.fields["headline"]?.node.value else {
            return promise(false, "\(file) is read as \(read)")
        }
        promise(again.utf8.elementsEqual(text.utf8), "\(file) is read as \(again)")
    }
}
