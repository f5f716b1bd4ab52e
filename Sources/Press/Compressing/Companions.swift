import Markup
import Newspaper

/// Makes the compressed files that stand beside a text file.
struct Companions {
    private let publisher: Publisher
    /// Nil if nothing is to be compressed.
    private let compressor: Compressor?

    init(_ publisher: Publisher, compresses: Bool) {
        self.publisher = publisher
        compressor = compresses ? Compressor() : nil
    }

    /// Those of a file that has just been placed.
    func make(of file: PrintedFile, _ bytes: HTML) throws(MachineError) -> [PrintedFile] {
        if !file.isWritten, let known = known(of: file) { return known }
        guard let compressor else { return [] }
        return try bytes.withBytes { bytes throws(MachineError) in
            guard bytes.count >= Compression.leastSize else { return [] }
            var made: [PrintedFile] = []
            for compression in Compression.allCases where file.row.compressions.contains(Compressions(compression)) {
                let name = file.path + compression.ending
                guard let compressed = try compressor.compress(bytes, by: compression, for: name) else { continue }
                var companion = PrintedFile(path: name)
                companion.row.file = Fingerprint.of(companion.path).value
                companion.row.fingerprint = file.row.fingerprint
                companion.take(try publisher.put(HTML(trusted: compressed), at: companion.path))
                made.append(companion)
            }
            return made
        }
    }

    /// Those that are there already, made from the same bytes.
    private func known(of file: PrintedFile) -> [PrintedFile]? {
        guard let stock = publisher.stock, !stock.rows.isEmpty, let number = publisher.number(of: file.row.file),
            stock.rows[number].compressions == file.row.compressions, stock.isIntact(number),
            stock.hasIntactCompressed(number)
        else { return nil }
        return stock.compressed(number).map { number in
            var companion = PrintedFile(path: stock.path(number))
            companion.row = stock.rows[number]
            companion.row.fingerprint = file.row.fingerprint
            return companion
        }
    }
}
