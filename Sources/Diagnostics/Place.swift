/// A place in a text file: line and column, both counted from 1, columns in Unicode scalars.
public struct Place: Sendable, Hashable {
    private var packedLine: Int32
    private var packedColumn: Int32

    public var line: Int { Int(packedLine) }
    public var column: Int { Int(packedColumn) }

    public init(line: Int, column: Int = 0) {
        packedLine = Int32(clamping: line)
        packedColumn = Int32(clamping: column)
    }

    /// No place in particular: the file as a whole.
    public static let none = Place(line: 0)
}
