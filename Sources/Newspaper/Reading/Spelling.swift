/// The name among `known` from which `word` is one slip away: a letter too many, too few, wrong, or two swapped.
package func nearMiss(_ word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    guard letters.count >= 4 else { return nil }
    return known.filter { isOneSlip(letters, Array($0.lowercased().utf8)) }.min()
}

private func isOneSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(one.count - other.count) <= 1, one != other else { return false }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let (restOfOne, restOfOther) = (one[start...], other[start...])
    if one.count == other.count {
        let isSubstitution = restOfOne.dropFirst().elementsEqual(restOfOther.dropFirst())
        let isSwap =
            restOfOne.count >= 2 && restOfOne.prefix(2).elementsEqual(restOfOther.prefix(2).reversed())
            && restOfOne.dropFirst(2).elementsEqual(restOfOther.dropFirst(2))
        return isSubstitution || isSwap
    }
    return one.count > other.count
        ? restOfOne.dropFirst().elementsEqual(restOfOther) : restOfOther.dropFirst().elementsEqual(restOfOne)
}
