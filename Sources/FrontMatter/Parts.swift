import Diagnostics

/// Where the parts of a file lie, found without reading the front matter itself.
struct Parts {
    /// Nil if there is no front matter.
    var format: Document.Format?
    /// The front matter without its delimiters (JSON: with its braces).
    var text = 0..<0
    /// The line on which that text begins.
    var textLine = 1
    var bodyOffset: Int
    var bodyLine = 1
    var problem: Diagnostic?

    init(of file: [UInt8]) {
        bodyOffset = byteOrderMarkLength(of: file)
        let file = file[...]
        var number = 1
        var first = Line(of: file, at: bodyOffset)
        while first.isBlank(in: file), first.next < file.count {
            first = Line(of: file, at: first.next)
            number += 1
        }

        if first.holds(hyphens, in: file) {
            format = .yaml
            findClosingLine(hyphens, dots, of: file, from: first, number: number)
        } else if first.holds(pluses, in: file) {
            format = .toml
            findClosingLine(pluses, pluses, of: file, from: first, number: number)
        } else if beginsJSON(file, at: first.start) {
            format = .json
            findClosingBrace(of: file, from: first, number: number)
        }
    }

    private mutating func findClosingLine(
        _ delimiter: UInt8, _ alternative: UInt8, of file: ArraySlice<UInt8>, from opening: Line, number: Int
    ) {
        textLine = number + 1
        bodyLine = textLine
        var offset = opening.next
        while offset < file.count {
            let line = Line(of: file, at: offset)
            bodyLine += 1
            if line.holds(delimiter, in: file) || line.holds(alternative, in: file) {
                text = opening.next..<line.start
                bodyOffset = line.next
                return
            }
            offset = line.next
        }
        isNotClosed(file, from: opening.start, number: number)
    }

    /// Finds the brace that closes the object; braces in strings do not count.
    private mutating func findClosingBrace(of file: ArraySlice<UInt8>, from opening: Line, number: Int) {
        textLine = number
        var depth = 0
        var isInString = false
        var offset = opening.start
        while offset < file.count {
            switch file[offset] {
            case UInt8(ascii: "\\") where isInString: offset += 1
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "{") where !isInString: depth += 1
            case UInt8(ascii: "}") where !isInString: depth -= 1
            default: break
            }
            offset += 1
            if depth == 0 { return isClosed(file, from: opening, upTo: offset) }
        }
        isNotClosed(file, from: opening.start, number: number)
    }

    private mutating func isClosed(_ file: ArraySlice<UInt8>, from opening: Line, upTo end: Int) {
        text = opening.start..<end
        let rest = Line(of: file, at: end)
        var places = Places(of: file[opening.start...], firstLine: textLine)
        let place = places[end]
        bodyOffset = rest.next
        bodyLine = place.line + 1
        guard !rest.isBlank(in: file) else { return }
        problem = .error(
            "text follows the closing brace of the front matter", at: place,
            hint: "Begin the text on a line of its own.")
    }

    private mutating func isNotClosed(_ file: ArraySlice<UInt8>, from start: Int, number: Int) {
        text = start..<file.count
        bodyOffset = file.count
        bodyLine = number + lineBreaks(in: file[start...])
        let hint =
            switch format {
            case .json: "Add the closing brace `}`; a quotation mark may be missing as well."
            case .toml: "Write `+++` on a line of its own after the last field."
            default:
                "Write `---` on a line of its own after the last field; "
                    + "if this line is meant as a rule, write `***` instead."
            }
        problem = .error("the front matter is not closed", at: Place(line: number, column: 1), hint: hint)
    }
}

/// Whether a brace opens an object of JSON and not a shortcode or an attribute (`{{<`, `{%`, `{:`) of the text.
private func beginsJSON(_ file: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard start < file.endIndex, file[start] == UInt8(ascii: "{") else { return false }
    let rest = Line(of: file, at: start + 1)
    if rest.isBlank(in: file) { return true }
    let next = file[rest.start...].first { !$0.isBlank }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
}

private let hyphens = UInt8(ascii: "-")
private let dots = UInt8(ascii: ".")
private let pluses = UInt8(ascii: "+")
