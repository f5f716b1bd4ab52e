import CVips

/// Looks at pictures and makes smaller ones, with libvips. Everything may be called from any number of threads; what is
/// large waits until there is memory for it.
public struct Darkroom: Sendable {
    /// libvips is not there, or cannot be used.
    public struct Unavailable: Error, Sendable, Hashable {
        /// As the system's loader says it.
        public var reason: String
    }

    /// One for all: what is bounded is the process's memory.
    private static let gate = MemoryGate(budget: 256 << 20)

    private init() {}

    /// Loads libvips, the first time: some 40 ms.
    public static func open() throws(Unavailable) -> Darkroom {
        if let reason = cvips_open() { throw Unavailable(reason: String(cString: reason)) }
        return Darkroom()
    }

    /// libvips', such as “8.14.1”.
    public var version: String { String(cString: cvips_version()) }

    /// What a picture's file says. The picture is decoded to its end, so one that is damaged is found here.
    public func examine(_ bytes: [UInt8]) throws(PictureProblem) -> PictureFacts {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(PictureProblem) in
                let file = try PictureFile(bytes)
                do {
                    return try work(for: file, file.facts)
                } catch {
                    throw PictureProblem(damaged: bytes, file.format)
                }
            }
        }.get()
    }

    /// Makes the renditions of a picture from one decoding, and hands over each as it is ready, with its number. Into
    /// each goes who made the picture and whom it belongs to, and nothing else that its file carries.
    ///
    /// What is animated stays so in GIF and WebP, crops too, frame by frame; in other formats it is its first frame.
    ///
    /// Throws a `PictureProblem`, or what `each` throws. All renditions must be in formats for browsers.
    ///
    /// - Parameter shrink: how many times smaller it may be decoded, 1, 2, 4 or 8. It is the caller's to say, so that the
    ///   bytes of one rendition do not depend on which others are made with it.
    public func make(
        _ renditions: [Rendition], of bytes: [UInt8], shrink: Int = 1, keeping words: PictureWords,
        _ each: (Int, [UInt8]) throws -> Void
    ) throws {
        precondition(renditions.allSatisfy(\.format.isForBrowsers))
        guard !renditions.isEmpty else { return }
        try bytes.withUnsafeBytes { bytes in
            let file = try PictureFile(bytes)
            do {
                try work(for: file) { try file.develop(renditions, shrink: shrink, xmp: words.packet, each) }
            } catch is Image.Undecodable {
                throw PictureProblem(damaged: bytes, file.format)
            }
        }
    }

    /// Does something with a file's pixels when there is memory for it.
    private func work<Result, Failure: Error>(
        for file: PictureFile, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        Darkroom.gate.enter(file.memory)
        defer {
            cvips_leave_thread()
            Darkroom.gate.leave(file.memory)
        }
        return try work()
    }
}
