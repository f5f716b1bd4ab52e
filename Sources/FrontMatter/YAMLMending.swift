import Diagnostics

/// Replaces tabs that libyaml refuses by as many spaces, where that cannot change what the author meant.
///
/// The rule: libyaml has stopped at a tab, so neither a quoted nor a block scalar goes on there, and
/// - either nothing but blanks follows on the line (`- melody` and a line that holds a tab alone),
/// - or something other than blanks stands before it (`-<tab>melody`).
///
/// A tab that indents a line is left, since nobody can say how deep it was meant to be. What libyaml accepts is never
/// touched.
///
/// - Returns: a warning that names the line; nil if nothing was mended.
func mendTabs(in text: inout ArraySlice<UInt8>, after failure: YAMLFailure, firstLine: Int) -> Diagnostic? {
    let line = lineRange(of: failure.place, in: text, firstLine: firstLine)
    guard let start = offset(of: failure.place, in: text[line]), text[start] == tab else { return nil }
    let end = text[start..<line.upperBound].firstIndex { !$0.isBlank } ?? line.upperBound
    let isIndentation = text[line.lowerBound..<start].allSatisfy(\.isBlank)
    guard end == line.upperBound || !isIndentation else { return nil }

    for index in start..<end { text[index] = space }
    return .warning(
        "a tab stands where YAML wants a space, and is read as one", at: failure.place,
        hint: "Replace the tab by a space.")
}
