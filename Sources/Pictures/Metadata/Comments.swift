extension PictureFormat {
    /// Whether a file has a comment in it, which libvips does not speak of.
    func hasComment(_ bytes: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .jpeg: PictureFormat.hasJPEGComment(bytes)
        // GIF89a, 24. Pixels may look like one, too: then the picture is cleaned of what it does not have.
        case .gif: bytes.indices.dropLast().contains { bytes[$0] == 0x21 && bytes[$0 + 1] == 0xFE }
        default: false
        }
    }

    /// Among the segments before the first scan (ITU T.81, B.2.4.5).
    private static func hasJPEGComment(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            switch bytes[offset + 1] {
            case 0xFE: return true
            case 0xDA: return false
            case 0xFF: offset += 1
            default: offset += 2 + max(2, Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3]))
            }
        }
        return false
    }
}
