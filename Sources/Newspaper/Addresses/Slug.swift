/// Turns a name into one part of an address: `War & Peace` into `war-peace`.
///
/// Letters and digits of every script stay, in lower case; whatever stands between them becomes one hyphen. A name
/// that has neither becomes its scalars' numbers, so that no name is without an address.
public func slug(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
        {
            result.append(scalar)
        } else if scalar != "'" && scalar != "’", let last = result.last, last != "-" {
            result.append("-")
        }
    }
    if result.last == "-" { result.removeLast() }
    let slug =
        result.isEmpty
        ? name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-") : String(result)
    return slug.truncated(toBytes: 120)
}

extension String {
    /// The longest beginning that ends with a whole character and has at most `limit` bytes of UTF-8.
    func truncated(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = startIndex
        while end < endIndex, utf8.distance(from: startIndex, to: index(after: end)) <= limit {
            end = index(after: end)
        }
        return String(self[..<end])
    }
}
