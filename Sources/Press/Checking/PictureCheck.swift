import Diagnostics
import Markdown
import Markup
import Newspaper

/// Finds pictures that lack something, that are too large, or that nobody uses.
struct PictureCheck {
    private(set) var diagnostics: [Diagnostic] = []

    private let site: ReadSite
    private let destinations: Destinations
    private let layout: Layout
    private let pictures: PictureIndex
    /// The layout's numbers of files that something names.
    private var used: Set<Int> = []

    init(
        _ site: ReadSite, _ texts: [CheckedText], _ destinations: Destinations, _ layout: Layout,
        _ pictures: PictureIndex
    ) {
        self.site = site
        self.destinations = destinations
        self.layout = layout
        self.pictures = pictures
        for text in texts {
            checkImage(of: text)
            checkReferences(of: text)
        }
        for item in site.settingsAddresses { use(item.address, on: .front) }
        checkFiles()
    }

    // MARK: What is said of pictures

    /// The picture that front matter names. An author's needs no words: it stands beside the name.
    private mutating func checkImage(of text: CheckedText) {
        guard let image = text.image, case .found(let picture) = pictures.picture(image.source, in: text.source) else {
            return
        }
        use(picture.address.text, on: .front)
        guard text.isPublished, !text.isAuthor else { return }
        if image.alternative == nil, picture.alternative.isEmpty, !isDecoration(picture.address.text, on: .front) {
            warn(
                "the picture has no alternative text", at: image.place, in: text.source,
                hint:
                    "Write as alt: beside src: what somebody who cannot see it should know; alt: \"\" if that is nothing."
            )
        }
        checkWidth(picture.width, shown: site.site.pictures.sizes.leadWidth, at: image.place, in: text.source)
        let credits =
            [image.credit, picture.credit]
            + [image.caption, picture.caption].map { caption in
                caption.flatMap { Caption(parsing: $0).credit }
            }
        if credits.allSatisfy({ $0 == nil }) {
            warn(
                "the picture has no credit", at: image.place, in: text.source,
                hint: "Write credit: beside src:, or end the caption with it, such as (REUTERS/Ada Moen).")
        }
    }

    private mutating func checkReferences(of text: CheckedText) {
        for reference in text.references {
            use(reference.address, on: text.page)
            guard text.isPublished, case .picture(let alternative, let credit, let figure) = reference.kind else {
                continue
            }
            if alternative.allSatisfy(\.isWhitespace), !isDecoration(reference.address, on: text.page) {
                warn(
                    "the picture has no alternative text", at: reference.place, in: text.source,
                    hint: "Write between the brackets what somebody who cannot see it should know.")
            }
            if let figure, let shown = site.site.pictures.sizes.figureWidths[figure] {
                checkWidth(
                    width(of: reference.address, on: text.page), shown: shown, at: reference.place, in: text.source)
            }
            if figure != nil, credit == nil {
                warn(
                    "the picture has no credit", at: reference.place, in: text.source,
                    hint: "End the caption with it, such as ![…](flag.jpg \"A flag. (REUTERS/Ada Moen)\").")
            }
        }
        for address in text.named { use(address, on: text.page) }
    }

    /// Enlarged, a picture looks coarse.
    private mutating func checkWidth(_ width: Int?, shown: Int, at place: Place, in source: String) {
        guard let width, width < shown, width > 1 else { return }
        warn(
            "the picture is \(width) pixels wide, and shown up to \(shown) wide", at: place, in: source,
            hint: "Take a larger one, or show it smaller.")
    }

    /// Whether Content/pictures says that a picture tells nothing.
    private func isDecoration(_ address: String, on page: SitePath) -> Bool {
        guard case .file(let number, _) = destinations.target(of: address, on: page),
            case .copy(let file) = layout.file(number)
        else { return false }
        return pictures.descriptions.byFile[file.name]?.alternative == ""
    }

    /// A file's width, in pixels, if it is a picture that has one; drawings have any.
    private func width(of address: String, on page: SitePath) -> Int? {
        guard case .file(let number, _) = destinations.target(of: address, on: page),
            case .copy(let file) = layout.file(number), !file.name.hasSuffix(".svg")
        else { return nil }
        return pictures.width(of: file.name, at: file.row)
    }

    private mutating func use(_ address: String, on page: SitePath) {
        if case .file(let number, _) = destinations.target(of: address, on: page) { used.insert(number) }
    }

    private mutating func warn(_ message: String, at place: Place = .none, in source: String, hint: String) {
        diagnostics.append(.warning(message, at: place, path: source, hint: hint))
    }

    // MARK: What is said of their files

    private static let sizeLimit = 2_000_000
    private static let widthLimit = 4000

    private mutating func checkFiles() {
        let mentions = Mentions(in: layout, of: site.folder)
        var shown: [SitePicture] = []
        for number in 0..<layout.count {
            guard case .copy(let file) = layout.file(number), file.name.isPicture else { continue }
            if let problem = pictures.problemOfClean(file.name, at: file.row) {
                diagnostics.append(.isNotPublished(site.folder.source(file.name), problem))
            } else if used.contains(number) {
                checkSize(of: file)
                if let picture = pictures.sitePicture(file.name, at: file.row) { shown.append(picture) }
            } else if !file.name.isFetchedByName, !mentions.contain(file.name) {
                warn(
                    "nothing uses this picture", in: site.folder.source(file.name),
                    hint: "Remove it, or put it into an article; until then it is published all the same.")
            }
        }
        diagnostics += PictureFindings(shown, in: site.folder).diagnostics
        if let lack = pictures.desk.whatIsLacking { diagnostics.append(.lackOfLibvips(lack, severity: .warning)) }
    }

    /// What is published as it is.
    private mutating func checkSize(of file: Layout.CopiedFile) {
        if let picture = pictures.sitePicture(file.name, at: file.row), picture.renditions != nil { return }
        let source = site.folder.source(file.name)
        let bytes = site.listing.rows[file.row].stamp.size
        if bytes > PictureCheck.sizeLimit {
            let tenths = (bytes + 50_000) / 100_000
            warn(
                "the picture has \(tenths / 10).\(tenths % 10) MB", in: source,
                hint: "Save it smaller, below 2 MB: readers on thin networks wait for it.")
        }
        if let size = PictureSize(of: site.folder.path + "/" + source), size.width > PictureCheck.widthLimit,
            !file.name.hasSuffix(".svg")
        {
            warn(
                "the picture is \(size.width) pixels wide", in: source,
                hint: "Make it 4000 pixels wide at most: no page shows more.")
        }
    }
}

/// Stylesheets and the like, which may name pictures in ways of their own.
private struct Mentions {
    private var texts: [String] = []

    init(in layout: Layout, of folder: SiteFolder) {
        for number in 0..<layout.count {
            guard case .copy(let file) = layout.file(number), file.name.hasExtension(Mentions.extensions),
                let bytes = try? FileSystem.read(folder.content + "/" + file.name, atMost: 1 << 20)
            else { continue }
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
    }

    func contain(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return texts.contains { $0.contains(name) }
    }

    private static let extensions: Set<String> = ["css", "js", "html", "htm", "json", "webmanifest", "xml", "svg"]
}

extension String {
    fileprivate var isPicture: Bool {
        isPhotograph || hasExtension(["svg"])
    }

    /// Whether browsers ask for it without being told to.
    fileprivate var isFetchedByName: Bool {
        hasPrefix("favicon.") || hasPrefix("apple-touch-icon") || hasPrefix(".well-known/")
    }

    fileprivate func hasExtension(_ extensions: Set<String>) -> Bool {
        guard let dot = lastIndex(of: ".") else { return false }
        return extensions.contains(self[index(after: dot)...].lowercased())
    }
}
