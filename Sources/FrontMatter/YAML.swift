import Diagnostics

/// Reads `text`, which is UTF-8 and begins on line `firstLine`, as the fields of a YAML map.
///
/// A text that libyaml refuses for its tabs is mended, as far as that is safe, and read again.
func readYAML(_ text: ArraySlice<UInt8>, firstLine: Int) -> Reading {
    var text = text
    var mended: [Diagnostic] = []
    while true {
        let (reading, failure) = readYAMLOnce(text, firstLine: firstLine)
        guard let failure else {
            return Reading(fields: reading.fields, diagnostics: mended + reading.diagnostics)
        }
        if mended.count < maximumMendedLines, let warning = mendTabs(in: &text, after: failure, firstLine: firstLine) {
            mended.append(warning)
            continue
        }
        let error = explain(failure, in: text, firstLine: firstLine)
        // A field on the line that cannot be read is at best half of what was meant.
        let fields = Fields(reading.fields.all.filter { $0.place.line < failure.place.line })
        return Reading(fields: fields, diagnostics: mended + reading.diagnostics + [error])
    }
}

/// Every mended line costs another reading.
private let maximumMendedLines = 64

private func readYAMLOnce(_ text: ArraySlice<UInt8>, firstLine: Int) -> (Reading, YAMLFailure?) {
    YAMLEvents.read(text, firstLine: firstLine) { events in
        var tree = YAMLTree()
        var list = FieldList()
        var failure: YAMLFailure?
        do throws(YAMLStop) {
            try tree.readDocument(from: &events, into: &list)
        } catch {
            switch error {
            case .refused(let problem): failure = problem
            case .wrong(let diagnostic): tree.diagnostics.append(diagnostic)
            }
        }
        return (Reading(fields: Fields(list.fields), diagnostics: tree.diagnostics), failure)
    }
}
