/// Why a picture cannot be used.
public struct PictureProblem: Error, Sendable, Hashable {
    /// To be put behind its path: “is empty”.
    public var message: String
    /// What to do about it, as a sentence.
    public var hint: String

    public init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }

    /// For bytes that are no picture of a format that is read.
    init(notAPicture bytes: UnsafeRawBufferPointer) {
        let start = String(decoding: bytes.prefix(256), as: UTF8.self).drop { $0.isWhitespace }.lowercased()
        if bytes.isEmpty {
            self.init("is empty", hint: "Export the picture again.")
        } else if start.hasPrefix("version https://git-lfs.github.com/") {
            self.init("is a Git LFS pointer, not the picture itself", hint: "Fetch the pictures with “git lfs pull”.")
        } else if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
            self.init("is no picture but a web page", hint: "Save the picture itself, not the page that shows it.")
        } else {
            self.init(
                "is no picture that stet can read",
                hint: "Save it as JPEG, PNG, WebP, GIF, AVIF, HEIF or TIFF.")
        }
    }

    /// For a picture that could not be read to its end.
    init(damaged bytes: UnsafeRawBufferPointer, _ format: PictureFormat) {
        self.init(
            format.isCutShort(bytes) ? "is damaged: the file ends too early" : "is damaged: it cannot be decoded",
            hint: "Export the picture again, or copy it again from where it came.")
    }

    static func tooManyPixels(_ count: Int) -> PictureProblem {
        PictureProblem(
            "has \(count / 1_000_000) million pixels, more than \(Limits.pixels / 1_000_000) million",
            hint: "Save it smaller: no screen shows more than ten million pixels.")
    }

    static let tooManyBytes = PictureProblem(
        "is larger than \(Limits.bytes >> 30) GB", hint: "Save it smaller, or as JPEG.")
}

/// What is read at most.
enum Limits {
    /// Of all frames together.
    static let pixels = 1 << 28
    /// Of a file.
    static let bytes = 1 << 30
}

extension PictureFormat {
    /// Whether a file's last bytes are missing, as far as its format tells.
    func isCutShort(_ bytes: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .jpeg:
            return !bytes.suffix(1024).containsSequence([0xFF, 0xD9])
        case .png:
            return !bytes.suffix(64).containsSequence(Array("IEND".utf8))
        case .gif:
            return bytes.last != 0x3B
        case .webP:
            guard bytes.count >= 8 else { return true }
            let length = (4..<8).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
            return bytes.count < length + 8
        case .avif, .heif, .tiff:
            return false
        }
    }
}

extension Collection where Element: Equatable {
    fileprivate func containsSequence(_ other: [Element]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
