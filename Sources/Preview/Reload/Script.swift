import Markup

extension LiveSite {
    /// A page with the script that listens for changes, which is in no built file.
    /// - Parameters:
    ///   - file: the page's file in Output.
    ///   - revision: the build that the page is of.
    func addingScript(to page: [UInt8], file: String, revision: Int) -> [UInt8] {
        let script: HTML = """
            <script src="/.stet/reload.js" data-file="\(file)" data-base="\(base)" data-since="\(run)-\(revision)"></script>
            """
        let end = endOfBody(in: page)
        return Array(page[..<end]) + script.bytes + Array(page[end...])
    }
}

/// Where `</body>` stands, the last one if there are several; the end if there is none.
private func endOfBody(in page: [UInt8]) -> Int {
    let tag = Array("</body>".utf8)
    var start = page.count - tag.count
    while start >= 0 {
        // Letters of either case: nothing else in the tag has this bit to lose.
        if page[start] == tag[0], zip(page[start...], tag).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return start }
        start -= 1
    }
    return page.count
}
