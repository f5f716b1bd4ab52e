import Newspaper
import Pictures

/// What is remembered of pictures from one build to the next: what was found out about their files, and which files
/// were made of them. It lies beside the ledger and outlives it, for pictures cost the most and depend on neither the
/// theme nor the program. Whatever it says is tried by a file's stamp, so one that is old, or gone, costs time alone.
struct PictureMemory: Sendable {
    struct Known: Sendable {
        /// The picture's file, as it was when it was looked at.
        var stamp: Stamp
        var record: PictureRecord
    }

    struct Made: Sendable {
        /// Of what it was made from.
        var fingerprint: UInt64
        /// The file in Output, as it was written.
        var stamp: Stamp
    }

    /// By the fingerprints of their paths in Content, and in Output.
    var known: [UInt64: Known] = [:]
    var made: [UInt64: Made] = [:]

    private static let heading = Array("stet pictures 1\n".utf8)

    init() {}

    /// What was written last; nothing if that is damaged.
    init(_ paths: OutputPaths) {
        guard let bytes = try? FileSystem.read(paths.pictures), bytes.starts(with: PictureMemory.heading) else {
            return
        }
        let content = Array(bytes[PictureMemory.heading.count...])
        guard content.count >= 8 else { return }
        content.withUnsafeBytes { content in
            let body = UnsafeRawBufferPointer(rebasing: content[8...])
            guard Fingerprint.of(body).value == content.loadUnaligned(as: UInt64.self) else { return }
            var rest = Unpacker(body)
            for (path, picture) in rest.list({ ($0.number(), Known(stamp: $0.stamp(), record: PictureRecord(&$0))) }) {
                known[path] = picture
            }
            for (path, file) in rest.list({ ($0.number(), Made(fingerprint: $0.number(), stamp: $0.stamp())) }) {
                made[path] = file
            }
        }
    }

    /// Without it the next build costs more, and nothing else: so this cannot fail.
    func write(beside paths: OutputPaths) {
        guard !known.isEmpty || !made.isEmpty else {
            try? FileSystem.removeFile(paths.pictures)
            return
        }
        var packer = Packer()
        packer.put(known.sorted { $0.key < $1.key }) {
            $0.put(Int(truncatingIfNeeded: $1.key))
            $0.put($1.value.stamp)
            $1.value.record.pack(into: &$0)
        }
        packer.put(made.sorted { $0.key < $1.key }) {
            $0.put(Int(truncatingIfNeeded: $1.key))
            $0.put(Int(truncatingIfNeeded: $1.value.fingerprint))
            $0.put($1.value.stamp)
        }
        let check = withUnsafeBytes(of: Fingerprint.of(packer.bytes).value) { Array($0) }
        do throws(MachineError) {
            try FileSystem.write(PictureMemory.heading + check + packer.bytes, to: paths.newPictures)
            try FileSystem.rename(paths.newPictures, to: paths.pictures)
        } catch {
            try? FileSystem.removeFile(paths.newPictures)
        }
    }
}

extension Unpacker {
    fileprivate mutating func number() -> UInt64 { UInt64(bitPattern: Int64(int())) }
}
