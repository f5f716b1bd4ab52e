/// A directive's line taken apart: `:::name{key="value" key2=value #id .class}`.
struct DirectiveLine {
    /// How many colons it begins with.
    let fence: Int
    /// Empty for a closing fence.
    let name: String
    private(set) var attributes = Attributes()
    /// Why it cannot be read, and at which byte.
    private(set) var problem: (offset: Int, message: String)?

    subscript(key: String) -> String? { attributes[key] }

    init(_ bytes: ArraySlice<UInt8>) {
        var scanner = Scanner(bytes)
        fence = scanner.take { $0 == UInt8(ascii: ":") }.count
        scanner.skipSpaces()
        name = String(decoding: scanner.take(Attributes.isName), as: UTF8.self)
        scanner.skipSpaces()
        if scanner.next == UInt8(ascii: "{") {
            attributes = Attributes(&scanner)
            problem = attributes.problem
        }
        scanner.skipSpaces()
        if problem == nil, scanner.next != nil {
            problem = (scanner.offset, "nothing may follow on a directive's line")
        }
    }
}
