extension Response {
    /// A file as it is, or a part of it, or that the client has it already.
    init(_ file: OpenFile, named name: String, for request: Request) {
        self.init(.ok)
        headers = [
            ("Content-Type", ContentType.of(name)), ("ETag", file.entityTag), ("Accept-Ranges", "bytes"),
        ]
        body = .file(file, 0..<file.size)
        if request.hasCopy(of: file.entityTag) {
            becomeNotModified()
        } else {
            restrict(to: request, of: file)
        }
    }

    /// Only the part that is asked for, if one is.
    private mutating func restrict(to request: Request, of file: OpenFile) {
        // Half of one version is of no use to who has the other half of another.
        let isSameFile = request["if-range"].map { $0 == file.entityTag } ?? true
        switch ByteRange(isSameFile ? request["range"] : nil, size: file.size) {
        case .whole: break
        case .part(let range):
            status = .partialContent
            headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"))
            body = .file(file, range)
        case .unsatisfiable:
            status = .rangeNotSatisfiable
            headers.append(("Content-Range", "bytes */\(file.size)"))
            body = .bytes([])
        }
    }

    /// A page that was made for this request.
    init(page bytes: [UInt8], for request: Request) {
        self.init(.ok)
        let tag = "\"\(String(hash(bytes), radix: 36))\""
        headers = [("Content-Type", ContentType.html), ("ETag", tag)]
        body = .bytes(bytes)
        if request.hasCopy(of: tag) { becomeNotModified() }
    }

    private mutating func becomeNotModified() {
        status = .notModified
        body = .bytes([])
    }
}

extension Request {
    /// Whether the client says that it has this version (RFC 9110, 13.1.2).
    fileprivate func hasCopy(of tag: String) -> Bool {
        guard let known = self["if-none-match"] else { return false }
        return known.split(separator: ",").contains { item in
            let item = item.drop { $0 == " " }.prefix { $0 != " " }
            return item == "*" || item == tag || item == "W/" + tag
        }
    }
}

/// FNV-1a: the same for the same bytes, whichever run of the program reads them.
private func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
